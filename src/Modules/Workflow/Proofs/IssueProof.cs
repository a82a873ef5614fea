using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Proofs;

/// <summary>开具履职凭证: of a case that its provider has answered under a signature. It says in time or late, as it was; an answer that no term ran for has none.</summary>
internal sealed class IssueProof(Store store, ShowCase show, SigningKeys keys, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private static readonly Fault NotAnswered = new("workflow.proof.not-answered", "提供单位还没有签署答复，没有可以证明的事。", null, FaultKind.Conflict);

    /// <summary>Makes one and gives its id; each time a new one, what was made before stays.</summary>
    public async Task<Result<long>> Run(long caseId, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(caseId, actor, cancel);
        if (!found.TryGet(out var view)) return found.As<long>();
        if (!actor.Is([Roles.Liaison, Roles.UnitHead, .. Roles.City])) return CaseFaults.NotYours;
        var row = await store.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId, cancel);
        var signed = view.Steps.LastOrDefault(s => s.SignOff is not null && s.Code is nameof(CaseAct.Consent) or nameof(CaseAct.Refuse));
        // The answer's clock is the one that ended when the answer went out; that of data outside the catalogue goes on until they are there.
        var steps = await store.Set<CaseStep>().AsNoTracking().Where(s => s.CaseId == caseId).OrderBy(s => s.Id).ToListAsync(cancel);
        var answers = view.Clocks.LastOrDefault(c => signed is not null && CaseTerms.OfAnswers.Contains(c.Timer) && c.StartedOn <= LegalDay.Of(signed.At) && (c.StoppedOn is null || c.StoppedOn >= LegalDay.Of(signed.At)));
        if (signed is null || answers is null) return NotAnswered;
        var payload = ProofContent.Of(view, answers, signed, Anchors(steps.TakeWhile(s => s.At <= signed.At)), clock.GetUtcNow());
        var check = await keys.Sign(Encoding.UTF8.GetBytes(payload), cancel);
        var proof = new Proof { Id = ids.Next(), CaseId = caseId, Payload = payload, Signature = check.Signature, Algorithm = check.Algorithm, Fingerprint = check.Fingerprint, Person = actor.Name, UnitId = actor.UnitId, At = clock.GetUtcNow() };
        store.Add(proof);
        audit.Add(actor, ProofAudit.Issued, WorkflowAudit.Of(row), after: new { proof.Fingerprint });
        await store.SaveChangesAsync(cancel);
        return proof.Id;
    }

    private static IReadOnlyList<string> Anchors(IEnumerable<CaseStep> steps) =>
        [.. steps.SelectMany(s => CaseFlow.Table.Where(m => m.Act == s.Act && m.To == s.State)).Select(m => m.Anchor?.ToString()).OfType<string>().Distinct()];
}
