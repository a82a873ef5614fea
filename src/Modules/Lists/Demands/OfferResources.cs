using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Demands;

/// <summary>
/// Data asked for outside the catalogue may stand in it under another name: what is most like it is offered before the demand goes out
/// (上海市数据条例 30: what can be had by sharing is not collected again).
/// </summary>
internal sealed class OfferResources(CatalogMatching matching, PublishedCatalog catalog, IOrganizationDirectory organizations)
{
    private static readonly Fault Unsaid = new("lists.demand.match.unsaid", "请先写需求名称或数据项，再找已有的目录。", "name");

    /// <summary>The resources most like what was written.</summary>
    public async Task<Result<IReadOnlyList<CatalogMatch>>> For(DemandInput input, CancellationToken cancel)
    {
        string[] said = [input.Name, .. input.Items.Select(i => i.Name)];
        if (said.All(string.IsNullOrWhiteSpace)) return Unsaid;
        var provider = (await organizations.Tree(cancel)).Find(input.ProviderId)?.Name ?? "";
        var need = string.Join("，", said.Append(provider).Where(text => text.Length > 0));
        return await matching.Find(need.Length > CatalogMatching.LongestNeed ? need[..CatalogMatching.LongestNeed] : need, cancel);
    }

    /// <summary>The same demand, asking for a resource of the catalogue: the items of the names that were written, or all of them.</summary>
    public async Task<Result<DemandInput>> Instead(DemandInput input, long resourceId, CancellationToken cancel)
    {
        if ((await catalog.Of([resourceId], cancel)).SingleOrDefault() is not { } resource) return new Fault("lists.demand.match.gone", "这个目录已不在发布中，请另选一个。", null, FaultKind.Conflict);
        var written = input.Items.Select(i => NameKey.Of(i.Name)).ToHashSet();
        var same = resource.Items.Where(i => written.Contains(NameKey.Of(i.Name))).Select(i => i.Id).ToHashSet();
        return input with { Name = input.Name.Length > 0 ? input.Name : resource.Name, ProviderId = resource.ProviderId, Items = [.. DemandBasket.Items(resource, same)] };
    }
}
