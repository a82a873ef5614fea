using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Reporting;

/// <summary>A resource with what its unit works on: the next version where there is one.</summary>
internal sealed record ReportedResource(Resource Row, ResourceContent Content)
{
    /// <summary>True when a person may mean it by this name: as it is in force, or as its next version calls it.</summary>
    public bool IsCalled(string name) => NameKey.Of(name) is { Length: > 0 } key && (key == Row.NameKey || key == NameKey.Of(Content.Name));
}

/// <summary>Reads what units have of the catalogue for the tables of a round.</summary>
internal sealed class ReportedResources(Store store)
{
    private static readonly ResourceState[] Reported = [ResourceState.Draft, ResourceState.InReview, ResourceState.Published, ResourceState.Changing, ResourceState.ChangeInReview];

    /// <summary>Stands for what is in review by hand.</summary>
    public static readonly Fault InReview = new("catalog.report.in-review", "这个目录正在审核，不能在报送里改。请等审核完再改。", null, FaultKind.Conflict);

    /// <summary>The resources of some units by their names.</summary>
    public Task<IReadOnlyList<ReportedResource>> Read(IReadOnlyCollection<long> unitIds, CancellationToken cancel) => Read(Own(unitIds), cancel);

    /// <summary>Those of them with these ids.</summary>
    public Task<IReadOnlyList<ReportedResource>> Read(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<long> ids, CancellationToken cancel) => Read(Own(unitIds).Where(r => ids.Contains(r.Id)), cancel);

    private IQueryable<Resource> Own(IReadOnlyCollection<long> unitIds) => store.Set<Resource>().AsNoTracking().Where(r => unitIds.Contains(r.ProviderId) && Reported.Contains(r.State));

    private async Task<IReadOnlyList<ReportedResource>> Read(IQueryable<Resource> own, CancellationToken cancel)
    {
        var rows = await own.OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync(cancel);
        var items = (await store.Set<Item>().AsNoTracking().Where(i => own.Any(r => r.Id == i.ResourceId)).ToListAsync(cancel)).ToLookup(i => i.ResourceId);
        var drafts = await store.Set<ResourceDraft>().AsNoTracking().Where(d => own.Any(r => r.Id == d.ResourceId)).ToDictionaryAsync(d => d.ResourceId, d => d.Content, cancel);
        return [.. rows.Select(r => new ReportedResource(r, drafts.TryGetValue(r.Id, out var draft) ? JsonSerializer.Deserialize<ResourceContent>(draft, JsonText.Readable)! : r.Content(items[r.Id])))];
    }
}
