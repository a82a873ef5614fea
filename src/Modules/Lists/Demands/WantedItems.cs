using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Demands;

/// <summary>The wanted items as the catalogue has them: names and provider of its rows are the catalogue's, whatever a form or a program says.</summary>
internal sealed class WantedItems(PublishedCatalog catalog, IOrganizationDirectory organizations)
{
    /// <summary>The input with its catalogue items resolved, each once, and what is wrong with them. <paramref name="stored"/> names what has left the catalogue since.</summary>
    public async Task<(DemandInput Input, IReadOnlyList<Fault> Faults)> Resolve(DemandInput input, IEnumerable<DemandItem> stored, CancellationToken cancel)
    {
        if (input.Items.Count > DemandRules.MostItems || input.Items.All(i => i.ResourceId == 0)) return (input, []);
        if (input.Items.Any(i => i.ResourceId == 0)) return (input, [new("lists.demand.items.mixed", "目录内和目录外的数据请分成两件需求。", "items")]);
        var resources = (await catalog.Of([.. input.Items.Select(i => i.ResourceId).Distinct()], cancel)).ToDictionary(r => r.Id);
        var items = input.Items.DistinctBy(i => (i.ResourceId, i.ItemId)).Select(i => (Asked: i, Name: Name(resources.GetValueOrDefault(i.ResourceId), i.ItemId))).ToList();
        if (items.Find(i => i.Name is null).Asked is { } gone) return (input, [Gone(gone, stored)]);
        var units = await organizations.Tree(cancel);
        var providers = resources.Values.Select(r => units.Living(r.ProviderId)).Distinct().ToList();
        if (providers.Count > 1) return (input, [new("lists.demand.items.several", "一件需求只向一个单位提出。所选的目录属于 {0} 个单位，请分成几件。", "items", FaultKind.Invalid, providers.Count)]);
        return (input with { ProviderId = providers[0], Items = [.. items.Select(i => i.Asked with { Name = i.Name! })] }, []);
    }

    private static string? Name(PublishedResource? resource, long item) => item == 0 ? resource?.Name : resource?.Items.FirstOrDefault(i => i.Id == item)?.Name;

    private static Fault Gone(DemandItemInput item, IEnumerable<DemandItem> stored)
    {
        var name = stored.FirstOrDefault(s => (s.ResourceId, s.ItemId) == (item.ResourceId, item.ItemId))?.Name ?? (item.Name.Length > 0 ? item.Name : $"{item.ResourceId}:{item.ItemId}");
        return new("lists.demand.items.gone", "“{0}”已不在发布的目录中，请去掉这一项。", "items", FaultKind.Invalid, name);
    }
}
