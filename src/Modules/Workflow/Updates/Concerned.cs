using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Updates;

/// <summary>A resource concerned with where it stands now.</summary>
/// <param name="Row">As it was named.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="Progress">What became of it since the change.</param>
internal sealed record Standing(ConcernedResource Row, string Name, Progress Progress)
{
    /// <summary>True while the unit has neither handed it in nor said why it stays as it is.</summary>
    public bool Owed => Row.Unaffected.Length == 0 && (Progress is Progress.Unchanged or Progress.Drafting);

    /// <summary>True while it has yet to be published.</summary>
    public bool Waits => Owed || Progress == Progress.Submitted;
}

/// <summary>涉及的目录 of updates: which they are, and how far each is, by one statement to the catalogue.</summary>
internal sealed class Concerned(Store store, CatalogStands stands)
{
    /// <summary>Names resources, each with the version that was in force on the day of the change; within the caller's transaction.</summary>
    public async Task Add(CatalogUpdate update, IReadOnlyCollection<long> resources, CancellationToken cancel)
    {
        foreach (var some in resources.Distinct().Order().Chunk(500))
            await store.InsertMany((await stands.Of(some, update.ChangedOn, cancel)).Values.OrderBy(s => s.Id)
                .Select(s => new ConcernedResource { UpdateId = update.Id, ResourceId = s.Id, Name = s.Name, VersionBefore = Math.Max(0, s.Version - s.Since) }).ToList(), cancel);
    }

    /// <summary>Those of an update, what is still owed first.</summary>
    public async Task<IReadOnlyList<Standing>> Of(CatalogUpdate update, CancellationToken cancel)
    {
        var rows = await store.Set<ConcernedResource>().Where(r => r.UpdateId == update.Id).OrderBy(r => r.ResourceId).ToListAsync(cancel);
        var known = await stands.Of(rows.ConvertAll(r => r.ResourceId), update.ChangedOn, cancel);
        return [.. rows.Select(r => (Row: r, Stand: known.GetValueOrDefault(r.ResourceId))).Select(r => new Standing(r.Row, r.Stand?.Name ?? r.Row.Name, r.Row.Progress(r.Stand))).OrderBy(s => !s.Owed).ThenBy(s => !s.Waits)];
    }
}
