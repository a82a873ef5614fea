using System.Data.Common;
using System.Globalization;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>The cases in memory, what is due first at the front.</summary>
internal sealed class CaseShelf(TimeProvider clock) : ListShelf(clock, 5, "workflow_cases", "unit_id, state, provider_id, name, due_on, district_id, answered, handed")
{
    /// <summary>The columns of values; <see cref="Seers"/> has all units that see the case.</summary>
    public const int Unit = 0, State = 1, Provider = 2, Seers = 3, Answer = 4;

    private Sharers? _sharers;

    /// <summary>The sort key of a day: the earlier, the greater.</summary>
    public static long Key(DateOnly day) => -day.DayNumber;

    protected override FacetFilter Seen(ShelfMoment moment, UnitTree units, Actor actor)
    {
        var seen = base.Seen(moment, units, actor);
        if (actor.Is(Roles.SeeAll)) return seen;
        // Made anew only when units come together that never had a case together.
        if (_sharers is not { } sharers || sharers.Of != moment.Values[Seers]) _sharers = sharers = new(moment.Values[Seers]);
        seen[Seers] = [.. units.Family(actor.UnitId).SelectMany(u => sharers.ByUnit[u.ToString(CultureInfo.InvariantCulture)]).Distinct()];
        return seen;
    }

    protected override void Put(Shelf shelf, long id, long revision, DbDataReader r)
    {
        var (unit, state, provider, name, district) = (r.GetInt64(First), r.GetString(First + 1), r.GetInt64(First + 2), r.GetString(First + 3), r.GetInt64(First + 5));
        var due = r.IsDBNull(First + 4) ? DateOnly.MaxValue : DateOnly.ParseExact(r.GetString(First + 4), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var seers = string.Join(' ', CaseAccess.Seers(unit, district, provider, r.GetBoolean(First + 7)));
        shelf.Put(new ShelfRow(id, revision, name, unit, name), Key(due), Audience.Everybody, unit.ToString(CultureInfo.InvariantCulture), state, provider.ToString(CultureInfo.InvariantCulture), seers, r.GetString(First + 6));
    }

    // The codes of Seers in which a unit is.
    private sealed class Sharers(string[] of)
    {
        public string[] Of => of;

        public ILookup<string, int> ByUnit { get; } = of.SelectMany((units, code) => units.Split(' ').Select(unit => (unit, code))).ToLookup(u => u.unit, u => u.code);
    }
}
