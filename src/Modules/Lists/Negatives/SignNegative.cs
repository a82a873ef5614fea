using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>What a signer within the unit says; 法制 may add its opinion and how it reads the clause.</summary>
internal sealed record NegativeSignature(SignOffInput Verdict, string LegalOpinion = "", BanKind Ban = BanKind.Undecided);

/// <summary>
/// One step within the unit: 法制, 保密审查 or 单位负责人 signs, or the liaison records the sheet they signed on paper (代录).
/// A duty of confidentiality leaves 法制 only with a legal opinion.
/// </summary>
internal sealed class SignNegative(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, SignOffBook signOffs)
{
    /// <summary>Records the verdict of the step at which the entry stands.</summary>
    public async Task<Result<Done>> Run(long id, NegativeSignature signature, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Negative>().SingleOrDefaultAsync(n => n.Id == id && own.Contains(n.ProviderId), cancel);
        if (row is null) return NegativeFaults.NotFound;
        var act = signature.Verdict.Agrees ? NegativeAct.Agree : NegativeAct.Return;
        if (row.Step == NegativeRoute.Authority || NegativeRoute.Find(row.State, row.Step, act) is not { } move) return NegativeFaults.NotNow;
        if (!actor.Is(move.Role) && (signature.Verdict.Paper is null || !actor.Is(Roles.Liaison))) return NegativeFaults.SignerNeeded;
        var faults = signOffs.Check(signature.Verdict);
        if (row.Step == NegativeRoute.Legal) faults.AddRange(Legal(row, signature));
        if (faults.Count > 0) return faults;

        var signed = signOffs.Add(actor, ListsAudit.NegativeKind, id, row.Step, signature.Verdict);
        row.Move(move);
        row.Touch(ids, clock);
        audit.Add(actor, signature.Verdict.Agrees ? ListsAudit.NegativeSigned : ListsAudit.NegativeReturned, ListsAudit.Of(row),
            before: new { Step = move.At }, after: new { row.State, row.Step, row.Ban, SignOff = signed.Evidence() }, why: signature.Verdict.Opinion);
        return await store.TrySave(cancel) ? new Done() : NegativeFaults.ChangedMeanwhile;
    }

    private static IEnumerable<Fault> Legal(Negative row, NegativeSignature signature)
    {
        if (signature.LegalOpinion.Length > 2000) yield return new("lists.negative.opinion.too-long", "法制意见不超过 2000 字。", "legalOpinion");
        if (ClassificationMarks.Refusal(signature.LegalOpinion, "legalOpinion") is { } marked) yield return marked;
        if (signature.LegalOpinion.Trim().Length > 0) row.LegalOpinion = signature.LegalOpinion.Trim();
        if (signature.Ban != BanKind.Undecided) row.Ban = signature.Ban;
        if (signature.Verdict.Agrees && row.Ban == BanKind.ConfidentialityDuty && row.LegalOpinion.Length == 0)
            yield return NegativeVerdict.OpinionNeeded;
    }
}
