using System.Globalization;

namespace Qingdan.Platform.Web;

/// <summary>Where things lie in a chart of 540 × 226 units: pure arithmetic for <see cref="Components.Chart"/>.</summary>
internal sealed class ChartPlan(int places, int series, double highest)
{
    public const double Left = 48, Right = 530, Top = 20, Bottom = 184;
    private const int Lines = 4;
    private static readonly int[] RoundNumbers = [1, 2, 4, 5, 6, 8, 10];

    /// <summary>Rounded up so that the grid lines are round numbers.</summary>
    public double Ceiling { get; } = RoundUp(highest);

    /// <summary>The values of the grid lines, from 0.</summary>
    public IEnumerable<double> Grid => Enumerable.Range(0, Lines + 1).Select(i => Ceiling * i / Lines);

    private double Step => (Right - Left) / Math.Max(places, 1);

    /// <summary>Height of a bar.</summary>
    public double Height(double value) => (Bottom - Top) * value / Ceiling;

    /// <summary>Where a value lies from the top.</summary>
    public double Y(double value) => Bottom - Height(value);

    /// <summary>The middle of a label's place.</summary>
    public double Middle(int place) => Left + (Step * (place + 0.5));

    /// <summary>Width of one bar.</summary>
    public double BarWidth => Math.Min(40, Step * 0.7 / Math.Max(series, 1));

    /// <summary>The left edge of a bar.</summary>
    public double BarX(int place, int index) => Middle(place) + ((index - (series / 2.0)) * BarWidth);

    /// <summary>The corners of a line.</summary>
    public string Points(IReadOnlyList<double> values) => string.Join(" ", values.Select((v, i) => $"{Text(Middle(i))},{Text(Y(v))}"));

    /// <summary>A coordinate.</summary>
    public static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static double RoundUp(double value)
    {
        if (value <= Lines) return Lines;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return RoundNumbers.Select(m => m * magnitude).First(limit => limit >= value);
    }
}
