using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// 提出变更: a unit asks that a row of its own leaves the list, is suspended or resumed, with the reason and what it stands on; the city decides. What the content says is changed
/// in the catalogue, which proposes by itself.
/// </summary>
internal sealed class ProposeChange(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, EntryContents contents)
{
    private const int MostAnchor = 200;

    /// <summary>Proposes; <paramref name="kind"/> is the name of an <see cref="EntryChangeKind"/>.</summary>
    public async Task<Result<long>> Run(long id, string kind, string reason, string anchor, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await store.Set<Entry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null || !EntryAccess.MayChange(actor, units, row.ProviderId)) return EntryFaults.NotFound;
        if (Faults(row, kind, reason, anchor) is { Count: > 0 } faults) return faults;
        if (await store.Set<EntryChange>().AnyAsync(c => c.EntryId == id && c.State == EntryChangeState.Open, cancel)) return EntryFaults.ChangeOpen;
        var change = new EntryChange
        {
            Id = ids.Next(), EntryId = id, ProviderId = row.ProviderId, Kind = Enum.Parse<EntryChangeKind>(kind), Before = ContentLines.Json((await contents.Read([id], cancel))[id]), Reason = reason.Trim(), Anchor = anchor.Trim(),
            ProposedBy = actor.Name, ProposerUnitId = actor.UnitId, State = EntryChangeState.Open, At = clock.GetUtcNow(),
        };
        store.Add(change);
        audit.Add(actor, ListsAudit.ChangeProposed, ListsAudit.Of(row), after: new { change.Kind, change.Anchor }, why: change.Reason);
        return await store.TrySave(cancel) ? change.Id : EntryFaults.ChangeOpen;
    }

    /// <summary>Takes a proposal back that nobody has decided: whoever could have made it.</summary>
    public async Task<Result<Done>> TakeBack(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var change = await store.Set<EntryChange>().SingleOrDefaultAsync(c => c.Id == id && c.State == EntryChangeState.Open && c.ProposedBy != "", cancel);
        if (change is null || !EntryAccess.MayChange(actor, units, change.ProviderId)) return EntryFaults.NotFound;
        var row = await store.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == change.EntryId, cancel);
        store.Remove(change);
        audit.Add(actor, ListsAudit.ChangeTakenBack, ListsAudit.Of(row), before: new { change.Kind, change.Anchor, change.Reason });
        return await store.TrySave(cancel) ? new Done() : EntryFaults.ChangedMeanwhile;
    }

    /// <summary>What can be proposed for a row in this state.</summary>
    public static IReadOnlyList<EntryChangeKind> Fits(EntryState state) => state switch
    {
        EntryState.InForce => [EntryChangeKind.Suspend, EntryChangeKind.Remove],
        EntryState.Suspended => [EntryChangeKind.Resume, EntryChangeKind.Remove],
        _ => [],
    };

    private static List<Fault> Faults(Entry row, string kind, string reason, string anchor)
    {
        var faults = new List<Fault>();
        if (Fits(row.State).Count == 0) return [new("lists.change.not-in-force", "只有生效中或暂停提供的条目可以提出变更。", null, FaultKind.Conflict)];
        if (!Enum.TryParse<EntryChangeKind>(kind, out var wanted) || !Fits(row.State).Contains(wanted)) faults.Add(new("lists.change.kind", "请选择要怎么变更。", "kind"));
        if (EntryFaults.OfReason(reason) is { } fault) faults.Add(fault with { Field = "reason" });
        if (anchor.Trim().Length == 0) faults.Add(new("lists.change.anchor.required", "请写明依据：法律条款，或者文件名称和文号。", "anchor"));
        else if (anchor.Length > MostAnchor) faults.Add(new("lists.change.anchor.too-long", "依据不超过 {0} 字。", "anchor", FaultKind.Invalid, MostAnchor));
        else if (ClassificationMarks.Refusal(anchor, "anchor") is { } marked) faults.Add(marked);
        return faults;
    }
}
