using Qingdan.Catalog.Contracts;

namespace Qingdan.Lists.Generation;

/// <summary>Brings one slice of resources up to date, in a transaction of its own.</summary>
internal sealed class WriteSlice(ListsTurn turn, GenerationLease lease, Standings standings, SliceRun slice)
{
    /// <summary>Compares what follows from the resources with what is stored, and writes the difference.</summary>
    public async Task Run(GenerationWork work, List<PublishedResource> resources, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        await lease.Keep(work.RunId, cancel);
        var known = await standings.Read(resources, cancel);
        foreach (var resource in resources)
        {
            var proposal = work.Generator.Next(new ResourceInput(resource, work.Facts(resource.ProviderId), known.Of(resource.Id)));
            slice.Plan(resource.ProviderId, resource.Id, proposal, known.Entries.GetValueOrDefault(resource.Id), known.Negatives.GetValueOrDefault(resource.Id));
            work.Figures.Items += resource.Items.Count;
        }
        work.Figures.Resources += resources.Count;
        work.Met.UnionWith(resources.Select(r => r.Id));
        await slice.Write(resources.ConvertAll(r => r.Id), known.Negatives.Values, work, cancel);
        await writing.CommitAsync(cancel);
    }
}
