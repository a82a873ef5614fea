using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>
/// 签批: the head consents in the system, or the liaison records the sheet that was signed on paper, by its 校验码. With the consent the report is handed in;
/// otherwise it goes back to be mended.
/// </summary>
internal sealed class SignReport(Store store, ReportTables tables, ReportAccess access, IOrganizationDirectory organizations, SignOffBook signOffs, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Signs one report. <paramref name="checkCode"/> is what stands on the signed sheet; empty in the system.</summary>
    public async Task<Result<Done>> Run(long id, int edit, SignOffInput input, string checkCode, Actor actor, CancellationToken cancel)
    {
        if (await access.Find(id, actor, cancel) is not { } report) return RoundFaults.ReportNotFound;
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId).Contains(report.UnitId);
        if (!own || !actor.Is(input.Paper is null ? [Roles.UnitHead] : ReportAccess.Fillers))
            return input.Paper is null ? new Fault("records.report.head", "在系统里签批的是本单位负责人；在纸上签的请上传签字件。", null, FaultKind.Forbidden) : RoundFaults.NotYours;
        if (report.State != ReportState.AwaitingHead) return RoundFaults.NotNow;
        if (await store.Set<Round>().AnyAsync(r => r.Id == report.RoundId && r.State == RoundState.Closed, cancel)) return RoundFaults.Closed;
        if (report.Edit != edit) return RoundFaults.ChangedMeanwhile;
        var faults = signOffs.Check(input);
        if (input.Paper is not null && !string.Equals(Plain(checkCode), Plain(report.CheckCode), StringComparison.OrdinalIgnoreCase))
            faults.Add(new("records.report.check-code", "校验码与现在的内容不符：签的可能是改动以前的那一版。请核对签批单上的校验码，或重新打印签字。", "checkCode"));
        if (faults.Count > 0) return faults;
        var now = clock.GetUtcNow();
        var signed = signOffs.Add(actor, Report.AuditKind, report.Id, Roles.UnitHead, input);
        if (input.Agrees) report.FirstHandedInAt ??= now;
        else (report.CheckCode, report.Opinion) = ("", input.Opinion.Trim());
        report.Move(input.Agrees ? ReportState.HandedIn : ReportState.Filling, now);
        report.Touch(ids, clock);
        audit.Add(actor, input.Agrees ? RoundAudit.HandedIn : RoundAudit.SentBack, report.AsSubject(await access.Label(report, tables, cancel)),
            after: new { report.CheckCode, report.Rows, SignOff = signed.Evidence() }, why: input.Agrees ? null : input.Opinion.Trim());
        return await store.TrySave(cancel) ? new Done() : RoundFaults.ChangedMeanwhile;
    }

    private static string Plain(string code) => code.Replace("-", "", StringComparison.Ordinal).Trim();
}
