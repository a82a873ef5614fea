using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Mounts.Calling;
using Qingdan.Exchange.Projection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Mounts.Trial;

/// <summary>试调: calls the provider once with the trial values and lays the answer's real fields beside the catalogue's items (R21). What passes may be put in service.</summary>
internal sealed class TryMount(Store store, MountAccess access, ItemFields fields, CallProvider call, LookAtAnswer look, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Calls it. A call that fails is an answer too; a refusal is only for who may not try.</summary>
    public async Task<Result<TrialView>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        var found = await access.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var mount)) return found.As<TrialView>();
        var (items, parameters) = (await store.Set<MountItem>().AsNoTracking().Where(i => i.MountId == id).ToListAsync(cancel), await store.Set<MountParameter>().AsNoTracking().Where(p => p.MountId == id).ToListAsync(cancel));
        var known = await fields.Of(mount.ResourceId, cancel);
        var view = await Judge(mount, items.Where(i => known.Any(k => k.Id == i.ItemId)).ToDictionary(i => i.ItemId, i => i.Path), known, await call.Run(mount, parameters, cancel), cancel);
        // In service it is only looked at: what the form was read with stays true.
        if (mount.State != MountState.Mounted)
        {
            mount.TriedAt = view.Passed ? clock.GetUtcNow() : null;
            mount.Touch(ids, clock);
        }
        audit.Add(actor, MountAudit.Tried, MountAudit.Of(mount), after: new { view.Passed, view.Fault?.Code });
        return await store.TrySave(cancel) ? view : MountFaults.ChangedMeanwhile;
    }

    private async Task<TrialView> Judge(Mount mount, Dictionary<long, string> paths, IReadOnlyList<ItemField> known, ProviderAnswer answer, CancellationToken cancel)
    {
        if (answer.Fault is { } failed) return Useless(failed);
        var selector = Selector.Parse(mount.RowsPath, [.. paths.Select(p => new ItemPath(p.Key, p.Value))]);
        if (!selector.TryGet(out var places)) return Useless(selector.Faults[0]);
        var (fault, rows) = await look.Project(places, answer.Body, cancel);
        if (fault is not null && fault.Code != Refusals.Of(Refusal.RowsMissing).Code) return Useless(fault);
        var opened = LookAtAnswer.Open(answer.Body);
        if (!opened.TryGet(out var tree)) return Useless(opened.Faults[0]);
        using var document = tree;
        var proposal = fault is null ? null : AnswerShape.RowsOf(document.RootElement);
        var shape = AnswerShape.Fields(document.RootElement, proposal is null ? places.Rows : JsonPath.Parse(proposal, "").Value);
        var lines = CompareFields.Items(known, paths, shape);
        return new(
            fault is null && rows > 0 && lines.All(l => l.Verdict != TrialVerdict.Missing), answer.Status, answer.Milliseconds, answer.Body.Length, rows, fault, proposal ?? "",
            LookAtAnswer.DataOn(mount, answer, document.RootElement), lines, CompareFields.Surplus([.. paths.Values, .. lines.Select(l => l.Proposal).Where(p => p.Length > 0)], shape));

        TrialView Useless(Fault why) => new(false, answer.Status, answer.Milliseconds, answer.Body.Length, 0, why, "", null, [], []);
    }
}
