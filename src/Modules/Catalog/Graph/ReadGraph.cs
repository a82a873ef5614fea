using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Graph;

/// <summary>Reads what hangs together with a resource. It asks what the page of the resource asks, so nobody sees here what he does not see there.</summary>
internal sealed class ReadGraph(ReadResource resources, ReadSystem systems, SystemResources coming, IListedIn lists)
{
    private const int MostSiblings = 8;

    /// <summary>The graph of a resource that this person may see.</summary>
    public async Task<Result<ResourceGraph>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var read = await resources.Run(id, actor, cancel);
        if (!read.TryGet(out var view)) return read.As<ResourceGraph>();
        var layers = await systems.Of(id, view.ProviderId, view.Content.SystemName, actor, cancel);
        var listed = view.Version > 0 ? await lists.Of(id, actor, cancel) : ListedRows.None;
        var builder = new GraphBuilder(view);
        if (layers is not null)
        {
            foreach (var system in layers.Systems) builder.Serve(await systems.Duties(DutyTarget.System, system.Id, cancel), system);
            builder.Serve(layers.Duties);
            builder.ComeFrom(layers.Systems, layers.Unknown);
        }
        builder.Hold();
        builder.Stand(listed.Rows);
        var siblings = layers is null ? [] : await Siblings(id, layers.Systems, actor, cancel);
        return builder.Graph() with
        {
            Registers = layers is not null, FurtherDemands = listed.FurtherDemands,
            Siblings = [.. siblings.Take(MostSiblings)], FurtherSiblings = Math.Max(0, siblings.Count - MostSiblings),
        };
    }

    // Who sees the unit's systems sees its drafts too.
    private async Task<List<GraphNode>> Siblings(long id, IReadOnlyList<LinkedSystem> known, Actor actor, CancellationToken cancel)
    {
        List<LinkedResource> found = [];
        foreach (var system in known)
            if (await systems.Row(system.Id, actor, cancel) is { } row)
                found.AddRange(await (await coming.Of(row, cancel)).Where(r => r.Id != id).Select(r => new LinkedResource(r.Id, r.Name, r.Code, r.State)).ToListAsync(cancel));
        return [.. found.DistinctBy(r => r.Id).OrderBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => new GraphNode(GraphKind.Resource, GraphBuilder.Id(GraphKind.Resource, r.Id), r.Name, $"/catalog/{r.Id}") { State = r.State.Name(), InForce = ResourceStates.InForce.Contains(r.State) })];
    }
}
