namespace Qingdan.Records.Findings.Scores;

/// <summary>All units, the lowest score first.</summary>
/// <param name="Total">All together.</param>
/// <param name="Units">A page of the units.</param>
/// <param name="Before">Scores thirty days ago by unit, where there are some.</param>
public sealed record ScoreListView(UnitScore Total, IReadOnlyList<UnitScore> Units, IReadOnlyDictionary<long, decimal> Before, IReadOnlyList<ScoreDay> Days, int Page, int Count)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 100;
}

/// <summary>One unit: what costs how many points, and how it went.</summary>
/// <param name="Score">Now.</param>
/// <param name="Days">The days kept, oldest first.</param>
/// <param name="All">True when the reader sees other units too.</param>
public sealed record ScoreView(UnitScore Score, IReadOnlyList<ScoreDay> Days, bool All);
