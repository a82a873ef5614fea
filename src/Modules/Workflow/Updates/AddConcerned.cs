using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Updates;

/// <summary>补充涉及的目录: the unit finds more of its resources concerned, or has made a new one. What was named stays; what need not change is marked.</summary>
internal sealed class AddConcerned(Store store, MoveUpdate move, Concerned concerned, IDutyResources resources, IOrganizationDirectory organizations)
{
    private static readonly Fault Nothing = new("workflow.update.resources.required", "请先勾选目录。", "resource");

    /// <summary>Names more; the answer says how many were new.</summary>
    public async Task<Result<int>> Run(long id, int edit, IReadOnlyCollection<long> resourceIds, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, UpdateAct.Submit, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        if (resourceIds.Count == 0) return Nothing;
        if (resourceIds.Count > UpdateFaults.MostResources) return UpdateFaults.Many;
        var own = await resources.Of((await organizations.Tree(cancel)).Family(at.Row.UnitId), cancel);
        if (resourceIds.Except(own.Select(r => r.Id)).Any()) return UpdateFaults.Foreign;
        var known = (await concerned.Of(at.Row, cancel)).Select(r => r.Row.ResourceId).ToHashSet();
        var more = own.Where(r => resourceIds.Contains(r.Id) && !known.Contains(r.Id)).ToList();
        if (more.Count == 0) return Nothing;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        move.Note(at.Row, UpdateAudit.ResourcesAdded, new { Resources = more.ConvertAll(r => r.Name) }, "", actor);
        if (!await store.TrySave(cancel)) return UpdateFaults.ChangedMeanwhile;
        await concerned.Add(at.Row, more.ConvertAll(r => r.Id), cancel);
        await transaction.CommitAsync(cancel);
        return more.Count;
    }
}
