using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Qingdan.App.Verbs;

/// <summary>What the command line says when a verb could not do its work: a sentence, and where the details are. Never a stack trace.</summary>
internal static class FailureReport
{
    /// <summary>The file of details, in the data folder where there is one.</summary>
    public const string FileName = "qingdan-errors.log";

    /// <summary>Prints the sentence; what nobody foresaw is written down with all details for the administrator.</summary>
    public static int Print(Exception failure, string folder, TextWriter error)
    {
        if (Known(failure) is { } sentence)
        {
            error.WriteLine(sentence);
            return Platform.CommandLine.ExitCode.Refused;
        }
        var file = Path.Combine(Directory.Exists(folder) ? folder : Path.GetTempPath(), FileName);
        File.AppendAllText(file, $"{TimeProvider.System.GetUtcNow():O} {failure}\n\n");
        error.WriteLine($"failed: 出错了，没有做完。详细信息写在 {Path.GetFullPath(file)}，请交给系统管理员。 / Something went wrong; the details are in that file.");
        return Platform.CommandLine.ExitCode.Refused;
    }

    private static string? Known(Exception failure) => failure switch
    {
        DbException { InnerException: SocketException } => "database.unreachable: 连不上数据库。请检查 --db 里的地址和端口，以及数据库是否已启动。 / The database cannot be reached; check --db.",
        DbException { SqlState: "28P01" or "28000" or "3D000" } => "database.refused: 数据库不接受这个账号、密码或库名。请检查 --db。 / The database refuses this user, password or name; check --db.",
        DbException { ErrorCode: 14 } or UnauthorizedAccessException or DirectoryNotFoundException => "data.unwritable: 数据目录不存在也建不了，或不能写入。请检查 --data 的路径和权限。 / The data folder cannot be made or written; check --data.",
        IOException { InnerException: AddressInUseException } => "urls.in-use: 监听地址已被占用。请用 --urls 换一个端口，或先停掉占用它的程序。 / The address is in use; choose another by --urls.",
        _ => null,
    };
}
