using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes;

namespace Qingdan.Workflow.Meetings;

/// <summary>What the minutes say of one matter.</summary>
/// <param name="Place">Its place on the agenda.</param>
/// <param name="Outcome">Name of a <see cref="MatterOutcome"/>.</param>
/// <param name="Conclusion">The words of the minutes.</param>
/// <param name="Provider">The unit that is named, by name or code.</param>
/// <param name="Verdicts">What is granted: of each refused item what becomes of it, one not named stays refused; null to grant all.</param>
internal sealed record MatterInput(int Place, string Outcome, string Conclusion, string Provider = "", IReadOnlyDictionary<long, Verdict>? Verdicts = null);

/// <summary>登记会商纪要: number and scan once, a conclusion for each matter; every matter moves on in one transaction, or none does.</summary>
internal sealed class ConcludeMeeting(Store store, AuditLog audit, IdSource ids, TimeProvider clock, SignOffBook signOffs, MoveDispute disputes, ProviderNaming naming)
{
    private static readonly Fault NoMinutes = new("workflow.meeting.minutes.required", "请填写会议纪要文号，并上传纪要。", "documentNumber");

    /// <summary>Enters the minutes; <paramref name="minutes"/> bears number, day and scan.</summary>
    public async Task<Result<Done>> Run(long id, int edit, SignOffInput minutes, IReadOnlyList<MatterInput> said, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return CaseFaults.NotYours;
        var row = await store.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (row is null) return MeetingWords.NotFound;
        if (row.State != MeetingState.Planned) return MeetingWords.NotNow;
        if (row.Edit != edit) return MeetingWords.ChangedMeanwhile;
        var matters = await store.Set<MeetingMatter>().Where(m => m.MeetingId == id).OrderBy(m => m.Place).ToListAsync(cancel);
        var faults = signOffs.Check(minutes);
        if (minutes.Paper is null || string.IsNullOrWhiteSpace(minutes.Paper.DocumentNumber)) faults.Add(NoMinutes);
        faults.AddRange(matters.SelectMany(m => Check(m, said.FirstOrDefault(s => s.Place == m.Place))));
        if (faults.Count > 0) return faults;

        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        (row.State, row.MinutesNumber) = (MeetingState.Concluded, minutes.Paper!.DocumentNumber.Trim());
        matters.ForEach(m => m.Open = false);
        row.Touch(ids, clock);
        var signed = signOffs.Add(actor, MeetingAudit.Kind, id, Roles.Authority, minutes);
        foreach (var matter in matters) faults.AddRange(await Apply(matter, said.First(s => s.Place == matter.Place), row, actor, cancel));
        if (faults.Count > 0)
        {
            store.ChangeTracker.Clear();
            return faults;
        }
        audit.Add(actor, MeetingAudit.Concluded, MeetingAudit.Of(row), after: new { row.MinutesNumber, SignOff = signed.Evidence() });
        if (!await store.TrySave(cancel)) return MeetingWords.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    private static List<Fault> Check(MeetingMatter matter, MatterInput? said)
    {
        var at = $"matters[{matter.Place}]";
        if (said is null || !Enum.TryParse<MatterOutcome>(said.Outcome, out var outcome) || !MeetingWords.Outcomes(matter.Kind).Contains(outcome))
            return [new("workflow.meeting.outcome.required", "请写明“{0}”的结论。", $"{at}.outcome", FaultKind.Invalid, matter.Name)];
        if (outcome == MatterOutcome.Grant && said.Verdicts is { } verdicts && verdicts.Values.All(v => v == Verdict.Refuse))
            return [new("workflow.meeting.grants-nothing", "“{0}”没有一项同意共享：请逐项写明，或者选“维持不同意共享”。", $"{at}.outcome", FaultKind.Invalid, matter.Name)];
        return Texts.Check(($"{at}.conclusion", "纪要的结论", said.Conclusion, 2000, true), ($"{at}.provider", "提供单位", said.Provider, 200, outcome == MatterOutcome.Name));
    }

    private async Task<IReadOnlyList<Fault>> Apply(MeetingMatter matter, MatterInput said, Meeting meeting, Actor actor, CancellationToken cancel)
    {
        (matter.Outcome, matter.Conclusion) = (Enum.Parse<MatterOutcome>(said.Outcome), said.Conclusion.Trim());
        if (matter.Outcome == MatterOutcome.Defer) return [];
        var done = matter.Kind == MatterKind.Dispute ? await Settle(matter, said.Verdicts, meeting, actor, cancel) : await naming.Run(matter.SubjectId, said.Provider, actor, cancel);
        // The clerk has to know which matter it was; what is wrong with it stands in its own sentence.
        return done.Ok ? [] : [.. done.Faults.Select(f => f with { Field = $"matters[{matter.Place}].{(f.Field == "provider" ? "provider" : "outcome")}" })];
    }

    private async Task<Result<Done>> Settle(MeetingMatter matter, IReadOnlyDictionary<long, Verdict>? said, Meeting meeting, Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<Dispute>().AsNoTracking().SingleAsync(d => d.Id == matter.SubjectId, cancel);
        var refused = await store.Set<CaseAnswer>().Refused().Where(a => a.CaseId == row.CaseId).Select(a => a.ItemId).ToListAsync(cancel);
        var granted = matter.Outcome == MatterOutcome.Uphold ? new Dictionary<long, Verdict>() : said ?? refused.ToDictionary(i => i, _ => Verdict.Agree);
        if (matter.Outcome == MatterOutcome.Grant && refused.Exists(i => granted.GetValueOrDefault(i, Verdict.Refuse) == Verdict.Refuse)) matter.Outcome = MatterOutcome.Part;
        var act = row.State == DisputeState.Deciding ? DisputeAct.Decide : DisputeAct.Conclude;
        return await disputes.Make(row.Id, null, act, new DisputeInput(matter.Conclusion, meeting.MinutesNumber, granted), actor, cancel);
    }
}
