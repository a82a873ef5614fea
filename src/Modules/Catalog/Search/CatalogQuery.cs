using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Search;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Search;

/// <summary>What a person looks for: words and ticked facets, as they stand in the address.</summary>
public sealed record CatalogQuery
{
    /// <summary>Keys of the facets in the address, in the order they are shown.</summary>
    public static ImmutableArray<string> FacetKeys { get; } = ["unit", "share", "state", "frequency", "open", "theme", "level", "system"];

    /// <summary>Chinese names of the facets.</summary>
    public static IReadOnlyDictionary<string, string> FacetNames { get; } = new Dictionary<string, string>
    {
        ["unit"] = "提供单位", ["share"] = "共享属性", ["state"] = "状态", ["frequency"] = "更新频率", ["open"] = "开放属性", ["theme"] = "领域", ["level"] = "数据分级", ["system"] = "来源系统",
    };

    /// <summary>Stands before a share property that is only inferred.</summary>
    public const string Inferred = "Inferred";

    /// <summary>The value in the address for "nothing given".</summary>
    public const string None = "None";

    /// <summary>Words; empty for all.</summary>
    public string Text { get; init; } = "";

    /// <summary>True when more was typed than is looked at.</summary>
    public bool Cut { get; init; }

    /// <summary>Ticked values by facet; several of one facet mean any of them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>changed, name or unit, a minus before it means descending; or relevance, which stands for the newest where no words are asked.</summary>
    public string Sort { get; init; } = "-changed";

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True when nothing narrows the catalogue.</summary>
    public bool Everything => Text.Length == 0 && Facets.Count == 0;

    /// <summary>The same for paper: without a word about the state only what is in force, for a printed catalogue holds no drafts.</summary>
    public CatalogQuery ForPrint() => Facets.ContainsKey("state") ? this : this with
    {
        Facets = new Dictionary<string, IReadOnlyList<string>>(Facets) { ["state"] = [.. ResourceStates.InForce.Select(s => s.ToString())] },
    };

    /// <summary>The unit that was typed by name and not ticked; empty for none.</summary>
    public string TypedUnit => Facets.GetValueOrDefault("unit")?.FirstOrDefault(v => !v.All(char.IsAsciiDigit)) ?? "";

    /// <summary>The query in an address or a form; what it does not know is ignored.</summary>
    public static CatalogQuery From(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> values)
    {
        var all = values.ToDictionary(v => v.Key, v => v.Value);
        var text = Clean(One(all, "q"));
        return new CatalogQuery
        {
            Text = Head(text), Cut = text.Length > SearchWords.LongestQuestion,
            Facets = FacetKeys.Where(all.ContainsKey).ToDictionary(k => k, k => (IReadOnlyList<string>)[.. all[k].OfType<string>().Where(v => v.Length > 0).Distinct().Take(50)])
                .Where(f => f.Value.Count > 0).ToDictionary(f => f.Key, f => f.Value),
            Sort = One(all, "sort") is { Length: > 0 } sort ? sort : "-changed",
            Page = QueryState.PageOf(One(all, "page")),
        };
    }

    /// <summary>The query as it stands in an address, without page and order.</summary>
    public string ToQueryString() => QueryString.Create(
        Facets.SelectMany(f => f.Value.Select(v => KeyValuePair.Create<string, string?>(f.Key, v))).Prepend(new("q", Text)).Where(p => p.Value is { Length: > 0 })).ToString();

    private static string Clean(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim() : text;

    // Never half a character.
    private static string Head(string text) => text.Length <= SearchWords.LongestQuestion ? text
        : text[..(SearchWords.LongestQuestion - (char.IsHighSurrogate(text[SearchWords.LongestQuestion - 1]) ? 1 : 0))];

    private static string One(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> all, string key) => all.GetValueOrDefault(key).ToString().Trim();
}
