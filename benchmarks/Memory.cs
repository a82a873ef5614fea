using System.Globalization;

namespace Qingdan.Bench;

/// <summary>The process's peak of resident memory, as Linux counts it.</summary>
internal static class Memory
{
    /// <summary>Gives back what is not needed any more, and lets the peak begin anew.</summary>
    public static void Forget()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    /// <summary>The peak since the process began, or since <see cref="Forget"/>.</summary>
    public static double PeakMegabytes() =>
        double.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
}
