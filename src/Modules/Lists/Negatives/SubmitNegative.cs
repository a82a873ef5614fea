using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Lists.Negatives;

/// <summary>送审: the office puts an entry with its reason and legal basis on the review route. A basis that no law accepts stops here.</summary>
internal sealed class SubmitNegative(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, RuleProfiles rules, SignOffBook signOffs, ListElements elements)
{
    /// <summary>Hands in one entry of the actor's unit.</summary>
    public async Task<Result<Done>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var row = await store.Set<Negative>().SingleOrDefaultAsync(n => n.Id == id && own.Contains(n.ProviderId), cancel);
        if (row is null) return NegativeFaults.NotFound;
        if (NegativeRoute.Find(row.State, row.Step, NegativeAct.Submit) is not { } move) return NegativeFaults.NotNow;
        if (!actor.Is(move.Role)) return NegativeFaults.NotYours;
        var faults = NegativeRules.ForSubmission(row);
        var input = row.Input(await store.Set<NegativeItem>().AsNoTracking().Where(i => i.NegativeId == id).ToListAsync(cancel));
        faults.AddRange(elements.Negative.Faults(elements.Negative.Known(input.Elements), input.Typed(), owed: true));
        // A legal opinion is what the next step is asked for: it does not hinder handing in.
        faults.AddRange(row.Verdict(rules, units).Blocks.Where(b => b.Field != "legalOpinion"));
        if (faults.Count > 0) return faults;

        row.Move(move);
        row.Touch(ids, clock);
        var signed = signOffs.Add(actor, ListsAudit.NegativeKind, id, NegativeRoute.Office, new SignOffInput(true, ""));
        audit.Add(actor, ListsAudit.NegativeSubmitted, ListsAudit.Of(row), after: new { row.State, row.Step, SignOff = signed.Evidence() });
        return await store.TrySave(cancel) ? new Done() : NegativeFaults.ChangedMeanwhile;
    }
}
