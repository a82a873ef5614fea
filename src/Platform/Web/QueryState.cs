using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Qingdan.Platform.Web;

/// <summary>
/// The state of a page is its address. Builds links to the same page with one thing changed and the rest kept;
/// a change of anything but the page goes back to page 1.
/// </summary>
public sealed class QueryState(HttpContext http)
{
    private const string PageKey = "page", LanguageKey = "lang";
    private const int MostPages = 1_000_000;

    /// <summary>The value in the address; null when absent or empty.</summary>
    public string? this[string name] => http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>The page asked for, from 1.</summary>
    public int Page => PageOf(this[PageKey]);

    /// <summary>The number of a page as it stands in an address: from 1, and so small that no list overflows.</summary>
    public static int PageOf(string? text) => int.TryParse(text, out var page) && page > 0 ? Math.Min(page, MostPages) : 1;

    /// <summary>All that is in the address but page and language.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs =>
        from pair in http.Request.Query
        where pair.Key is not (PageKey or LanguageKey)
        from value in pair.Value
        where value.Length > 0
        select KeyValuePair.Create(pair.Key, value);

    /// <summary>This page with <paramref name="name"/> set, or taken out when <paramref name="value"/> is null.</summary>
    public string With(string name, string? value) => With((name, value));

    /// <summary>This page with several things changed.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var names = new HashSet<string>();
        foreach (var (name, _) in changes) names.Add(name);
        var query = new QueryBuilder(Pairs.Where(p => !names.Contains(p.Key)));
        foreach (var (name, value) in changes)
            if (value is { Length: > 0 }) query.Add(name, value);
        return http.Request.Path.ToUriComponent() + query.ToQueryString();
    }

    /// <summary>This page in its present state, in another language.</summary>
    public string InLanguage(string tag) => With((PageKey, Page > 1 ? this[PageKey] : null), (LanguageKey, tag));
}
