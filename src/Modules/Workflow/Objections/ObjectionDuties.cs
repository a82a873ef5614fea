using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Objections;

/// <summary>职能划转 of objections: what is open about data that go is verified by the unit that takes over, within the same term.</summary>
internal sealed class ObjectionDuties(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, NoticeBook notices) : IDutyHolder
{
    public string Kind => "数据异议";

    public async Task<IReadOnlyList<DutyRow>> Touched(DutyScope scope, CancellationToken cancel)
    {
        var open = await store.Set<Objection>().AsNoTracking().Where(o => o.ClosedAt == null && scope.From.Contains(o.ProviderId)).OrderBy(o => o.Id).ToListAsync(cancel);
        var taker = (await organizations.Tree(cancel)).Family(scope.To);
        return [.. open.Where(o => scope.Whole || scope.Resources.Contains(o.ResourceId)).Select(o => new DutyRow(o.Id, o.Resource, "", o.State.Text())
        {
            Due = o.DueOn, DueWord = o.DueOn is null ? "" : "校核期限", Stays = taker.Contains(o.UnitId) ? "划入单位就是提出异议的单位，请它撤回异议。" : "",
        })];
    }

    public async Task<IReadOnlyList<DutyRow>> Move(DutyScope scope, DutyReason reason, Actor actor, CancellationToken cancel)
    {
        var rows = await Touched(scope, cancel);
        var going = rows.Where(r => r.Stays.Length == 0).Select(r => r.Id).ToList();
        var clocks = (await store.Set<Clock>().Where(c => going.Contains(c.CaseId) && c.StoppedOn == null && scope.From.Contains(c.OwnerId)).ToListAsync(cancel)).ToLookup(c => c.CaseId);
        foreach (var row in await store.Set<Objection>().Where(o => going.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancel))
        {
            row.ProviderId = scope.To;
            // A running term is neither interrupted nor counted anew: only whose duty it is changes.
            foreach (var running in clocks[row.Id]) running.OwnerId = scope.To;
            row.Touch(ids, clock);
            store.Add(new ObjectionStep { Id = ids.Next(), ObjectionId = row.Id, Act = ObjectionAct.HandOver, State = row.State, Note = $"{reason.From} → {reason.To}（{reason.Document}）", UnitId = scope.To, Person = actor.Name, At = clock.GetUtcNow() });
            audit.Add(actor, ObjectionAudit.HandedOver, ObjectionAudit.Of(row), before: new { Provider = reason.From }, after: new { Provider = reason.To, reason.Day }, why: reason.Document);
            await notices.Tell(actor, ObjectionFlow.Turn(row.State) == ObjectionParty.Provider ? NoticeKind.Turn : NoticeKind.Progress, ObjectionAudit.Of(row), [scope.To], ObjectionFlow.Unit, "“{0}”的数据异议随职能划转由您的单位核实，现在{1}。", $"/workflow/objections/{row.Id}", cancel, row.Resource, row.State.Text());
        }
        return rows;
    }

    public async Task Stamp(IReadOnlyList<DutyRow> moved, CancellationToken cancel)
    {
        var (revision, known) = (ids.Next(), moved.Select(r => r.Id).ToList());
        await store.Set<Objection>().Where(o => known.Contains(o.Id)).ExecuteUpdateAsync(s => s.SetProperty(o => o.Revision, revision), cancel);
    }
}
