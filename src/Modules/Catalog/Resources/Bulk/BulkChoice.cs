using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Search;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;

namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>One chosen resource on the confirmation of a bulk action, with the number of what the person saw.</summary>
public sealed record ChosenResource(long Id, string Name, string Provider, ResourceState State, int Edit);

/// <summary>The rows a person chose: ticked ones, or all that fit the filter in the address.</summary>
internal sealed class BulkChoice(ResourceAccess access, BrowseCatalog browse, IOrganizationDirectory organizations, Translator t)
{
    /// <summary>The ids, and the choice as a readable sentence for the record.</summary>
    public async Task<(IReadOnlyList<long> Ids, string Filter)> Read(HttpRequest request, IFormCollection form, Actor actor, CancellationToken cancel)
    {
        var query = CatalogQuery.From(request.Query);
        if (form["all"] == "true") return (await browse.Ids(query, actor, cancel), await Sentence(query, cancel));
        return ([.. form["id"].Select(id => long.TryParse(id, out var number) ? number : 0).Where(id => id > 0).Distinct()], form["filter"].ToString() is { Length: > 0 } filter ? filter : "逐条勾选");
    }

    /// <summary>Those of the ids that are in one of the states and may be seen, or are the unit's own; at most one more than a bulk action takes.</summary>
    public async Task<IReadOnlyList<ChosenResource>> Rows(IReadOnlyList<long> ids, IReadOnlyList<ResourceState> states, bool own, Actor actor, CancellationToken cancel)
    {
        var open = own ? await access.Own(actor, cancel) : await access.Seen(actor, cancel);
        var units = await organizations.Tree(cancel);
        var rows = new List<ChosenResource>();
        foreach (var few in ids.Chunk(1000))
        {
            rows.AddRange((await open.AsNoTracking().Where(r => few.Contains(r.Id) && states.Contains(r.State)).ToListAsync(cancel))
                .Select(r => new ChosenResource(r.Id, r.Name, units.ShortName(r.ProviderId), r.State, r.Edit)));
            if (rows.Count > ReviewMany.Most) break;
        }
        return [.. rows.OrderBy(r => r.Provider, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    private async Task<string> Sentence(CatalogQuery query, CancellationToken cancel)
    {
        if (query.Everything) return t["全部目录"];
        var units = await organizations.Tree(cancel);
        var parts = query.Facets.Select(f => $"{t[CatalogQuery.FacetNames[f.Key]]}：{string.Join(t["、"], f.Value.Select(v => t[FacetNames.Text(f.Key, v, units)]))}");
        return string.Join("；", query.Text.Length > 0 ? parts.Prepend($"{t["检索词"]}：{query.Text}") : parts);
    }
}
