using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>
/// 送本单位审签: hands a draft in. With the head's consent — in the system, or on paper with its scan — it goes on to the data centre,
/// without it waits for the head (政务数据共享条例 20). What has left the catalogue since is not asked for; an item of the negative list is not refused: the unit says why it insists.
/// </summary>
internal sealed class SubmitDemand(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, SignOffBook signOffs, NumberSeries numbers, KnownItems known, WantedItems wanted, ListElements elements, KeepRepeats repeats, TellMoved tell, CitedLaw law)
{
    /// <summary>Hands in one draft as it was read (<paramref name="edit"/>); <paramref name="paper"/> is the signed sheet when the head consented on paper.</summary>
    public async Task<Result<Done>> Run(long id, int edit, PaperSignature? paper, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && own.Contains(d.UnitId), cancel);
        if (row is null) return DemandFaults.NotFound;
        var consents = paper is not null || actor.Is(Roles.UnitHead);
        if (DemandFlow.Find(row.State, consents ? DemandFlow.Consents(row.UnitId, units) : DemandAct.Submit) is not { } move) return DemandFaults.NotNow;
        if (!move.By(actor, paper is not null)) return DemandFaults.NotYours;
        if (row.Edit != edit) return DemandFaults.ChangedMeanwhile;
        var consent = new SignOffInput(true, "", paper);
        var faults = await Check(row, cancel);
        faults.AddRange(signOffs.Check(consent));
        if (faults.Count > 0) return faults;

        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        if (row.Number is null && units.Find(row.UnitId)?.Code is { } code) row.Number = await numbers.Next(NumberSeries.Demands(code, clock.Today().Year), cancel);
        row.State = move.To;
        row.DistrictId = units.District(row.UnitId)?.Id ?? 0;
        row.SubmittedAt = clock.GetUtcNow();
        row.Touch(ids, clock);
        var signed = consents ? signOffs.Add(actor, ListsAudit.DemandKind, id, Roles.UnitHead, consent) : null;
        audit.Add(actor, ListsAudit.DemandSubmitted, ListsAudit.Of(row), after: new { row.Number, row.State, SignOff = signed?.Evidence() });
        await tell.Run(row, "", actor, cancel);
        if (!await store.TrySave(cancel)) return DemandFaults.ChangedMeanwhile;
        await repeats.Look([id], cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    private async Task<List<Fault>> Check(Demand row, CancellationToken cancel)
    {
        var items = await store.Set<DemandItem>().AsNoTracking().Where(i => i.DemandId == row.Id).ToListAsync(cancel);
        var (input, unfit) = await wanted.Resolve(row.Input(items), items, cancel);
        List<Fault> faults = [.. DemandRules.ForSubmission(input, clock.Today()), .. elements.Demand.Faults(elements.Demand.Known(input.Elements), input.Typed(), owed: true), .. unfit];
        if (row.Insist.Length == 0 && await known.OnNegativeList(input, cancel) is { Count: > 0 } banned)
            faults.Add(new("lists.demand.insist.required", "“{0}”在负面清单中。请改用替代方式，或写明为什么替代方式不够用（坚持提交）。", "insist", FaultKind.Invalid, banned[0]));
        if (row.BasisReason.Length == 0 && await law.Doubt(input, cancel) is { } outdated) faults.Add(outdated);
        return faults;
    }
}
