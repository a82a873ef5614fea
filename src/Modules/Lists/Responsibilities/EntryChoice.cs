using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The rows of a bulk action: those ticked, or all that fit the filter.</summary>
/// <param name="Ids">Ticked rows; null for all of the filter.</param>
/// <param name="Filter">The filter of the page.</param>
internal sealed record EntryChoice(IReadOnlyCollection<long>? Ids, EntryFilter Filter)
{
    /// <summary>Rows that may be ticked at once.</summary>
    public const int MostTicked = 1_000;

    /// <summary>As a Chinese sentence, as the decision keeps it.</summary>
    public string Sentence(UnitTree units) => Ids is null ? Filter.Sentence(units) : $"{Filter.State.Text()}，勾选 {Ids.Count} 条";

    /// <summary>The condition in SQL: the choice within what the person may change.</summary>
    public (string Sql, (string, object?)[] Values) Where(Actor actor, UnitTree units)
    {
        var mine = EntryAccess.Changeable(actor, units);
        if (Ids is not null) return ($"{mine} AND state = @state AND id IN ({string.Join(',', Ids.Append(0))})", [("state", Filter.State.ToString())]);
        var (sql, values) = Filter.Where(units);
        return ($"{mine} AND {sql}", values);
    }
}
