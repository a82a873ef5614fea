using Qingdan.Platform.Results;

namespace Qingdan.Platform.CommandLine;

/// <summary>A file that a verb writes.</summary>
public static class VerbFile
{
    /// <summary>Writes it; it appears when it is complete, and one that cannot be finished leaves none behind.</summary>
    public static async Task<Result<Done>> Write(FileInfo target, Func<Stream, Task<Result<Done>>> write)
    {
        if (target.Directory is { Exists: false } folder) return new Fault("export.folder.missing", "没有文件夹“{0}”，请先建好。", "out", FaultKind.NotFound, folder.FullName);
        var part = $"{target.FullName}.part";
        try
        {
            await using (var stream = File.Create(part))
            {
                var written = await write(stream);
                if (!written.Ok) return written;
            }
            File.Move(part, target.FullName, overwrite: true);
            target.Refresh();
            return new Done();
        }
        finally
        {
            File.Delete(part);
        }
    }
}
