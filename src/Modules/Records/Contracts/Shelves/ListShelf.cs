using System.Data.Common;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Contracts.Shelves;

/// <summary>The rows of one list in memory.</summary>
/// <param name="clock">The clock.</param>
/// <param name="columns">How many columns of values.</param>
/// <param name="table">The list's table.</param>
/// <param name="fields">What is read of a row beside its id, revision and the instant of its change.</param>
public abstract class ListShelf(TimeProvider clock, int columns, string table, string fields) : IDisposable
{
    /// <summary>The number of fields before those of the list.</summary>
    protected const int First = 3;

    private readonly Shelf _shelf = new(clock, columns);

    /// <summary>The rows as the store has them now.</summary>
    public Task<ShelfMoment> Now(Store store, CancellationToken cancel) => _shelf.Now(since => Read(store, _shelf, since), cancel);

    /// <summary>What a person may see of the rows that have all the words; to be narrowed further.</summary>
    public async Task<ShelfFound> Find(Store store, UnitTree units, Actor actor, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var moment = await Now(store, cancel);
        var seen = Seen(moment, units, actor);
        return new ShelfFound(moment, seen, moment.Texts.Saying(words, moment.Codes.Passing(seen)), units);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _shelf.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a person may see.</summary>
    protected virtual FacetFilter Seen(ShelfMoment moment, UnitTree units, Actor actor) => moment.SeenBy(actor.Is(Roles.SeeAll), units.Family(actor.UnitId));

    /// <summary>Reads what was written after a revision.</summary>
    protected virtual Task Read(Store store, Shelf shelf, long since) =>
        store.Query($"SELECT id, revision, changed_at, {fields} FROM {table} WHERE revision > @since", r => Take(r, shelf), CancellationToken.None, ("since", since));

    /// <summary>Puts one row in.</summary>
    protected abstract void Put(Shelf shelf, long id, long revision, DbDataReader r);

    /// <summary>Fields as the text that words are looked for in.</summary>
    protected static string Text(DbDataReader r, params ReadOnlySpan<int> fields)
    {
        var text = r.GetString(fields[0]);
        foreach (var field in fields[1..])
            if (!r.IsDBNull(field)) text = $"{text}\n{r.GetString(field)}";
        return text;
    }

    private bool Take(DbDataReader r, Shelf shelf)
    {
        var (id, revision) = (r.GetInt64(0), r.GetInt64(1));
        if (!shelf.Misses(id, revision)) return false;
        Put(shelf, id, revision, r);
        return true;
    }
}
