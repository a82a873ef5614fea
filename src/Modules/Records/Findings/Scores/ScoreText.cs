using System.Globalization;

namespace Qingdan.Records.Findings.Scores;

/// <summary>Scores as they are shown.</summary>
internal static class ScoreText
{
    /// <summary>94.6; a dash where there is none.</summary>
    public static string Of(decimal? score) => score?.ToString("0.0#", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>+1.2 or -0.4.</summary>
    public static string Change(decimal change) => change.ToString("+0.0#;-0.0#;0", CultureInfo.InvariantCulture);
}
