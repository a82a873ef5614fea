using System.Diagnostics;
using System.Runtime.InteropServices;
using Qingdan.Platform.Database;

namespace Qingdan.Tests.Support.Killing;

/// <summary>What the program was doing when it was killed.</summary>
internal enum Caught
{
    /// <summary>Nothing: it had ended by itself.</summary>
    Ended,

    /// <summary>It started, read, counted or waited; nothing was being written.</summary>
    Between,

    /// <summary>An archive was being written.</summary>
    Archive,

    /// <summary>In a transaction that had written, or that held the one lock for writing.</summary>
    Transaction,
}

/// <summary>The real program in a process of its own, as an operator starts it, killed without warning. It is stopped for each look, so that what was seen still holds when it is killed.</summary>
internal static class KilledProgram
{
    private const int Stop = 19, Continue = 18, Killed = 128 + 9;
    private const int Starting = 15, Working = 4;

    /// <summary>
    /// Runs a verb and kills it at a moment that <paramref name="random"/> draws: most often while it does what is aimed at, at times anywhere. Answers what it was doing, and its exit code when it had ended.
    /// </summary>
    public static async Task<(Caught Caught, int Code)> Run(StoreOptions store, Random random, Caught aim, params string[] args)
    {
        var (anywhere, moment) = (random.Next(6) == 0, random.Next(1, 8));
        await using var look = await WriteLook.Open(store);
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path, .. args, "--data", store.DataFolder, .. store.PostgresConnection is { } db ? (string[])["--db", db] : []]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // What it says must be taken from it, or it waits.
        var said = Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        var caught = Caught.Between;
        for (var (looks, hits) = (0, 0); !program.HasExited;)
        {
            await Task.Delay(random.Next(1, look.Begun ? Working : Starting));
            _ = kill(program.Id, Stop);
            caught = await look.At(program.Id);
            if (caught == aim) hits++;
            if (anywhere ? ++looks == 10 * moment : hits == moment)
            {
                program.Kill();
                break;
            }
            _ = kill(program.Id, Continue);
        }
        await program.WaitForExitAsync();
        await said;
        return (program.ExitCode == Killed ? caught : Caught.Ended, program.ExitCode);
    }

    /// <summary>The program, as it was built with what runs here: debug or release.</summary>
    public static string Path => Checkout.Path("artifacts", "bin", "Qingdan.App", System.IO.Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "qingdan.dll");

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int pid, int signal);
}
