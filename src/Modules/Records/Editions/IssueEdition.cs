using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Writing;

namespace Qingdan.Records.Editions;

/// <summary>What is said at the issue.</summary>
/// <param name="Document">文号.</param>
/// <param name="EffectiveOn">Day from which it holds.</param>
/// <param name="Scope">Name of an <see cref="EditionScope"/>.</param>
/// <param name="Summary">变更说明.</param>
internal sealed record IssueInput(string Document, DateOnly? EffectiveOn, string Scope, string Summary);

/// <summary>印发: the edition gets its number, and what is in force now is written and signed by a job. One at a time, so that numbers grow with the days.</summary>
internal sealed class IssueEdition(Store store, MoveEdition move, JobQueue jobs, AuditLog audit, TimeProvider clock)
{
    private const int MostDocument = 100;

    // 版次号一次一个: the turn in which numbers are given.
    private const long NumberTurn = 7_204_140;

    /// <summary>Orders the issue.</summary>
    public async Task<Result<Done>> Run(long id, int edit, IssueInput input, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.WaitForTurn(NumberTurn, cancel);
        var found = await move.Find(id, edit, EditionAct.Issue, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (Faults(input) is { Count: > 0 } faults) return faults;
        if (await store.Set<Edition>().AnyAsync(e => e.State == EditionState.Issuing, cancel)) return EditionFaults.OtherIssuing;
        var last = await store.Set<Edition>().Where(e => e.Number > 0).OrderByDescending(e => e.Number).Select(e => new { e.Number, e.IssuedOn }).FirstOrDefaultAsync(cancel);
        at.Row.Number = (last?.Number ?? 0) + 1;
        var today = clock.Today();
        // A clock that was set back does not let a later edition be older than the one before.
        var note = last?.IssuedOn > today ? "系统时钟早于上一版次的印发日期，按上一版次的日期编排。" : "";
        at.Row.IssuedOn = note.Length > 0 ? last!.IssuedOn : today;
        (at.Row.Document, at.Row.EffectiveOn, at.Row.Scope, at.Row.Summary) = (input.Document.Trim(), input.EffectiveOn, Enum.Parse<EditionScope>(input.Scope), input.Summary.Trim());
        jobs.Add(actor, WriteEdition.JobKind, new EditionOrder(id, 0));
        jobs.Add(actor, TellUnits.JobKind, new EditionOrder(id, 0));
        move.Make(at.Row, at.Move, note, actor);
        if (note.Length > 0) audit.Add(actor, ClockAudit.Behind, at.Row.AsSubject(), before: new { At = Shown.Day(at.Row.IssuedOn) }, after: new { At = Shown.Day(today) }, why: note);
        if (!await store.TrySave(cancel)) return EditionFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    private List<Fault> Faults(IssueInput input)
    {
        List<Fault> faults = [.. new[] { EditionFaults.Text("document", "文号", input.Document, MostDocument), EditionFaults.Text("summary", "变更说明", input.Summary, DrawEdition.MostSummary) }.OfType<Fault>()];
        if (input.EffectiveOn is not { } day) faults.Add(new("records.edition.effective.required", "请填写施行日期。", "effectiveOn"));
        else if (day < clock.Today()) faults.Add(new("records.edition.effective.past", "施行日期不能早于今天。", "effectiveOn"));
        if (!Enum.TryParse<EditionScope>(input.Scope, out var scope) || !Enum.IsDefined(scope)) faults.Add(new("records.edition.scope.required", "请选择公布范围。", "scope"));
        return faults;
    }
}
