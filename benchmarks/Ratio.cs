using System.Diagnostics;

namespace Qingdan.Bench;

/// <summary>One line of the table: a thing measured beside its floor, as the median of interleaved pairs.</summary>
/// <param name="What">What was measured, against what.</param>
/// <param name="Engine">SQLite, PostgreSQL or neither.</param>
/// <param name="Thing">Median of the thing.</param>
/// <param name="Floor">Median of the floor.</param>
/// <param name="Times">Median of the pairs' ratios.</param>
/// <param name="Bar">The ratio to keep; null where the figure is only shown.</param>
/// <param name="Unit">What thing and floor are measured in.</param>
public sealed record Ratio(string What, string Engine, double Thing, double Floor, double Times, double? Bar, string Unit = "ms")
{
    /// <summary>Runs floor and thing in turn, so that what disturbs one disturbs the other; the first pair warms up and does not count. What is done in between is not timed.</summary>
    public static async Task<Ratio> Measure(string what, string engine, int pairs, double? bar, Func<Task> thing, Func<Task> floor, Func<Task>? between = null)
    {
        var runs = new List<(double Thing, double Floor)>();
        for (var i = 0; i <= pairs; i++)
        {
            var below = await Milliseconds(floor);
            if (between is not null) await between();
            var above = await Milliseconds(thing);
            if (between is not null) await between();
            if (i > 0) runs.Add((above, below));
        }
        return new Ratio(what, engine, Median(runs.Select(r => r.Thing)), Median(runs.Select(r => r.Floor)), Median(runs.Select(r => r.Thing / r.Floor)), bar);
    }

    /// <summary>How long a thing takes, in milliseconds.</summary>
    public static async Task<double> Timed(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The 95th percentile.</summary>
    public static double P95(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return sorted[(int)(sorted.Length * 0.95)];
    }

    /// <summary>The line of the table.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"| {What} | {Engine} | {Thing:0.##} {Unit} | {Floor:0.##} {Unit} | {Times:0.00} | {(Bar is { } bar ? FormattableString.Invariant($"≤ {bar} {(Times <= bar ? "kept" : "**missed**")}") : "shown")} |");

    private static Task<double> Milliseconds(Func<Task> run)
    {
        GC.Collect();
        return Timed(run);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
