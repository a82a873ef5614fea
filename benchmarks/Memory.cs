using System.Globalization;

namespace Qingdan.Bench;

/// <summary>The process's peak of resident memory, as Linux counts it.</summary>
internal static class Memory
{
    /// <summary>The peak since the process began.</summary>
    public static double PeakMegabytes() =>
        double.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
}
