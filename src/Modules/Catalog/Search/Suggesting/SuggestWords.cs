using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Search.Suggesting;

/// <summary>Something that may be meant.</summary>
/// <param name="Kind"><c>resource</c>, <c>item</c> or <c>unit</c>.</param>
/// <param name="Text">Its name.</param>
internal sealed record Suggestion(string Kind, string Text);

/// <summary>
/// What a person may be about to write: names of resources, items and units with the words written so far. Few hits are looked at, whatever there is:
/// it is asked at every key.
/// </summary>
internal sealed class SuggestWords(Store store, CatalogShelf shelf, CatalogRows rows, FindHits hits, IOrganizationDirectory organizations, ResourceAccess access)
{
    private const int Most = 8, MostUnits = 3, MostHits = 100, MostRows = 20;

    /// <summary>At most <see cref="Most"/>, units first; none for signs alone.</summary>
    public async Task<IReadOnlyList<Suggestion>> Run(string text, Actor actor, CancellationToken cancel)
    {
        var words = SearchWords.Of(text);
        string[] wanted = [.. words.Wanted.Select(w => Bigrams.Alike(w.Text))];
        if (wanted.Length == 0) return [];
        var (units, moment) = (await organizations.Tree(cancel), await shelf.Now(store, cancel));
        var found = await hits.Indexed(words, MostHits, cancel);
        var seen = moment.SeenBy(actor.Is(Roles.SeeAll), await access.Family(actor, cancel));
        var page = await rows.Read(moment.Codes.Page(seen, found.Ids, 0, MostRows), wanted, units, cancel);
        return [.. Units(wanted, units).Concat(page.Where(r => Has(r.Name)).Select(r => new Suggestion("resource", r.Name)))
            .Concat(page.SelectMany(r => r.MatchedItems).Where(Has).Select(name => new Suggestion("item", name))).DistinctBy(s => s.Text).Take(Most)];
        bool Has(string name) => wanted.All(Bigrams.Alike(name).Contains);
    }

    private static IEnumerable<Suggestion> Units(string[] wanted, UnitTree units) => units.All
        .Where(unit => wanted.All(Bigrams.Alike(unit.ShortName).Contains)).Take(MostUnits).Select(unit => new Suggestion("unit", unit.ShortName));
}
