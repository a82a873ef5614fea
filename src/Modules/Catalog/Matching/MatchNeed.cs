using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Search;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Matching;

/// <summary>
/// The resources in force that a free sentence of need is most likely about. Candidates come from the index by few questions, their order is reckoned in memory:
/// alike on both engines, and at any size of the catalogue the same amount of work.
/// </summary>
internal sealed class MatchNeed(Store store, CatalogShelf shelf, TermCounts counts, MatchReader reader, PublishedCatalog catalog, IOrganizationDirectory organizations)
{
    private const int MostItems = 8;

    private static readonly Fault Nothing = new("catalog.match.nothing", "请写出需要什么数据：至少一个词，只有标点不能匹配。", "need");

    private static readonly Fault TooLong = new("catalog.match.too-long", "需要的数据最多写 {0} 个字，请写短一些。", "need", FaultKind.Invalid, CatalogMatching.LongestNeed);

    /// <summary>At most ten, the best first.</summary>
    public async Task<Result<IReadOnlyList<CatalogMatch>>> Run(string? need, CancellationToken cancel)
    {
        if (need is null || need.Length == 0) return Nothing;
        if (need.Length > CatalogMatching.LongestNeed) return TooLong;
        var folded = Bigrams.Fold(need);
        if (!Bigrams.Terms(folded).Any()) return Nothing;
        var units = await organizations.Tree(cancel);
        var moment = await shelf.Now(store, cancel);
        var statistics = await counts.Now(moment, units, catalog, cancel);
        var query = NeedQuery.Of(folded, statistics);
        var rows = await reader.Rows(await reader.Candidates(NeedProbes.Of(query, statistics), moment, cancel), units, cancel);
        var key = NameKey.Of(folded);
        return rows.Select(row => (Row: row, Score: Math.Round(MatchScore.Of(row.Text, query, statistics), 6))).Where(m => m.Score > 0)
            // Who writes a name means that resource.
            .OrderByDescending(m => NameKey.Of(m.Row.Text.FoldedName) == key).ThenByDescending(m => m.Score).ThenBy(m => m.Row.Name, StringComparer.Ordinal).ThenBy(m => m.Row.Id)
            .Take(CatalogMatching.Most).Select(m => Match(m.Row, m.Score, query)).ToList();
    }

    private static CatalogMatch Match(MatchRow row, double score, NeedQuery query)
    {
        var words = MatchWords.Of(row.Text, query);
        var items = row.Items.Where(name => Bigrams.Fold(name) is var folded && words.Any(w => folded.Contains(w, StringComparison.Ordinal))).Take(MostItems);
        return new CatalogMatch(row.Id, row.Code, row.Name, row.ProviderId, row.Provider?.ShortName ?? "", row.Summary, row.Share, row.ShareStated, row.Items.Count, score, [.. items], words);
    }
}
