using System.Data.Common;
using System.Globalization;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Records.Contracts.Shelves;

namespace Qingdan.Lists.Negatives;

/// <summary>The rows of the 负面清单 in memory.</summary>
internal sealed class NegativeShelf(TimeProvider clock) : ListShelf(clock, 5, "lists_negatives", "provider_id, state, basis_level, ban, name, code, number, review_cause, review_on")
{
    /// <summary>The columns of values.</summary>
    public const int Provider = 0, State = 1, Level = 2, Ban = 3, Review = 4;

    // First the rows, then what was taken back: a row taken back in between is gone all the same.
    protected override async Task Read(Store store, Shelf shelf, long since)
    {
        await base.Read(store, shelf, since);
        foreach (var (id, revision) in await store.Query("SELECT id, revision FROM lists_dropped WHERE revision > @since", r => (r.GetInt64(0), r.GetInt64(1)), CancellationToken.None, ("since", since))) shelf.Remove(id, revision);
    }

    protected override void Put(Shelf shelf, long id, long revision, DbDataReader r)
    {
        var (provider, state, name) = (r.GetInt64(First), r.GetString(First + 1), r.GetString(First + 4));
        shelf.Put(
            new ShelfRow(id, revision, name, provider, Text(r, First + 4, First + 5, First + 6)), r.GetInt64(2),
            state == nameof(NegativeState.InForce) ? Audience.Everybody : Audience.Group, provider.ToString(CultureInfo.InvariantCulture), state, r.GetString(First + 2), r.GetString(First + 3),
            state == nameof(NegativeState.InForce) ? ReviewStanding.Kept(r.GetString(First + 7), r.IsDBNull(First + 8) ? "" : r.GetString(First + 8)) : "");
    }
}
