using System.Diagnostics;

namespace Qingdan.Bench;

/// <summary>This program again, in a process of its own.</summary>
internal static class Itself
{
    /// <summary>Starts it; its output is to be read.</summary>
    public static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Itself).Assembly.Location, .. args]) { RedirectStandardOutput = true })!;
}
