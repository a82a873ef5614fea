using System.Data.Common;
using System.Globalization;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Records.Contracts.Shelves;

namespace Qingdan.Lists.Demands;

/// <summary>The demands in memory.</summary>
internal sealed class DemandShelf(TimeProvider clock) : ListShelf(clock, 4, "lists_demands", "unit_id, state, provider_id, in_catalog, name, scenario, number")
{
    /// <summary>The columns of values.</summary>
    public const int Unit = 0, State = 1, Provider = 2, Kind = 3;

    /// <summary>Values of <see cref="Kind"/>.</summary>
    public const string Inside = "in", Outside = "out";

    protected override void Put(Shelf shelf, long id, long revision, DbDataReader r)
    {
        var (unit, state, name) = (r.GetInt64(First), r.GetString(First + 1), r.GetString(First + 4));
        shelf.Put(
            new ShelfRow(id, revision, name, unit, Text(r, First + 4, First + 5, First + 6)), r.GetInt64(2),
            state switch { nameof(DemandState.Listed) => Audience.Everybody, nameof(DemandState.Draft) => Audience.Own, _ => Audience.Group },
            unit.ToString(CultureInfo.InvariantCulture), state, r.GetInt64(First + 2).ToString(CultureInfo.InvariantCulture), r.GetBoolean(First + 3) ? Inside : Outside);
    }
}
