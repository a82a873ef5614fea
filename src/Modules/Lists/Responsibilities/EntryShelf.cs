using System.Data.Common;
using System.Globalization;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Records.Contracts.Shelves;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The rows of the 责任清单 in memory.</summary>
internal sealed class EntryShelf(TimeProvider clock) : ListShelf(clock, 5, "lists_entries", "provider_id, state, share, share_stated, frequency, name, code, number")
{
    /// <summary>The columns of values.</summary>
    public const int Provider = 0, State = 1, Share = 2, Frequency = 3, Basis = 4;

    protected override void Put(Shelf shelf, long id, long revision, DbDataReader r)
    {
        var (provider, state, name, share) = (r.GetInt64(First), r.GetString(First + 1), r.GetString(First + 5), r.IsDBNull(First + 2) ? "" : r.GetString(First + 2));
        var basis = share.Length == 0 ? "" : r.GetBoolean(First + 3) ? EntryFilter.Stated : EntryFilter.Inferred;
        var audience = state switch { nameof(EntryState.InForce) => Audience.Everybody, nameof(EntryState.Dropped) => Audience.Nobody, _ => Audience.Group };
        shelf.Put(
            new ShelfRow(id, revision, name, provider, Text(r, First + 5, First + 6, First + 7)), r.GetInt64(2), audience,
            provider.ToString(CultureInfo.InvariantCulture), state, share, r.IsDBNull(First + 4) ? "" : r.GetString(First + 4), basis);
    }
}
