using System.Data.Common;
using System.Globalization;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Records.Contracts.Shelves;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>The cases in memory, what is due first at the front.</summary>
internal sealed class CaseShelf(TimeProvider clock) : ListShelf(clock, 4, "workflow_cases", "unit_id, state, provider_id, name, due_on, district_id")
{
    /// <summary>The columns of values; the last has all units that see the case.</summary>
    public const int Unit = 0, State = 1, Provider = 2, Seers = 3;

    private Seen? _seen;

    /// <summary>The sort key of a day: the earlier, the greater.</summary>
    public static long Key(DateOnly day) => -day.DayNumber;

    /// <summary>The codes of <see cref="Seers"/> in which one of these units is.</summary>
    public IReadOnlyCollection<int> SeenBy(ShelfMoment moment, IEnumerable<long> units)
    {
        // Made anew only when units come together that never had a case together.
        if (_seen is not { } seen || seen.Of != moment.Values[Seers]) _seen = seen = new(moment.Values[Seers]);
        return [.. units.SelectMany(u => seen.ByUnit[u.ToString(CultureInfo.InvariantCulture)]).Distinct()];
    }

    protected override void Put(Shelf shelf, long id, long revision, DbDataReader r)
    {
        var (unit, state, provider, name, district) = (r.GetInt64(First), r.GetString(First + 1), r.GetInt64(First + 2), r.GetString(First + 3), r.GetInt64(First + 5));
        var due = r.IsDBNull(First + 4) ? DateOnly.MaxValue : DateOnly.ParseExact(r.GetString(First + 4), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var seers = string.Join(' ', CaseAccess.Seers(unit, district, provider, Enum.Parse<CaseState>(state)));
        shelf.Put(new ShelfRow(id, revision, name, unit, name), Key(due), Audience.Everybody, unit.ToString(CultureInfo.InvariantCulture), state, provider.ToString(CultureInfo.InvariantCulture), seers);
    }

    private sealed class Seen(string[] of)
    {
        public string[] Of => of;

        public ILookup<string, int> ByUnit { get; } = of.SelectMany((units, code) => units.Split(' ').Select(unit => (unit, code))).ToLookup(u => u.unit, u => u.code);
    }
}
