using System.Diagnostics;

namespace Qingdan.Bench;

/// <summary>This program again, or another that is built beside it, in a process of its own.</summary>
internal static class Itself
{
    /// <summary>Starts it; its output is to be read.</summary>
    public static Process Start(params string[] args) => Run(typeof(Itself).Assembly.Location, args);

    /// <summary>Starts another by the name of its project.</summary>
    public static Process Other(string name, params string[] args) => Run(typeof(Itself).Assembly.Location.Replace("Qingdan.Bench", name, StringComparison.Ordinal), args);

    private static Process Run(string program, string[] args) => Process.Start(new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true })!;
}
