using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>
/// 拟定答复: item by item; a refusal with reason and basis (政务数据共享条例 15, 21). A condition that the catalogue does not state is kept with a mark and takes no effect (R11).
/// </summary>
internal sealed class DraftAnswer(Store store, MoveCase move, DemandBook demands)
{
    /// <summary>Writes the draft and hands it to the head.</summary>
    public async Task<Result<Done>> Run(long id, int edit, IReadOnlyList<AnswerInput> answers, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.Answer, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var demand = await demands.Read(id, cancel);
        List<Fault> faults = [.. Texts.Check(("note", "答复说明", note, 2000, false)), .. demand.Items.SelectMany((item, i) => Check(item, answers.FirstOrDefault(a => a.ItemId == item.Id), i))];
        if (faults.Count > 0) return faults;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.Set<CaseAnswer>().Where(a => a.CaseId == id).ExecuteDeleteAsync(cancel);
        foreach (var (item, i) in demand.Items.Select((item, i) => (item, i))) store.Add(Row(id, item, i + 1, answers.First(a => a.ItemId == item.Id)));
        var saved = await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
        if (saved.Ok) await transaction.CommitAsync(cancel);
        return saved;
    }

    private static List<Fault> Check(DemandedItem item, AnswerInput? answer, int i)
    {
        if (answer is null || !Enum.TryParse<Verdict>(answer.Verdict, out var verdict) || !Enum.IsDefined(verdict))
            return [new("workflow.answer.verdict.required", "请对“{0}”作出答复。", $"items[{i}].verdict", FaultKind.Invalid, item.Name)];
        var refuses = verdict == Verdict.Refuse;
        var faults = Texts.Check(
            ($"items[{i}].condition", "条件", answer.Condition, 500, false), ($"items[{i}].reason", "不同意共享的理由", answer.Reason, 1000, refuses),
            ($"items[{i}].basisName", "不同意共享的依据", answer.BasisName, 200, refuses), ($"items[{i}].basisClause", "依据的条款", answer.BasisClause, 200, refuses));
        if (!refuses && item.Forbidden.Length > 0 && verdict == Verdict.Agree)
            faults.Add(new("workflow.answer.negative", "“{0}”在负面清单中（{1}），不能直接同意：可以用替代方式满足，或者先把它移出负面清单。", $"items[{i}].verdict", FaultKind.Conflict, item.Name, item.Forbidden));
        return faults;
    }

    private static CaseAnswer Row(long id, DemandedItem item, int place, AnswerInput a)
    {
        var verdict = Enum.Parse<Verdict>(a.Verdict);
        var refuses = verdict == Verdict.Refuse;
        return new()
        {
            CaseId = id, ItemId = item.Id, Place = place, Resource = item.Resource, Name = item.Name, Verdict = verdict, Condition = refuses ? "" : a.Condition.Trim(),
            Reason = refuses ? a.Reason.Trim() : "", BasisName = refuses ? a.BasisName.Trim() : "", BasisClause = refuses ? a.BasisClause.Trim() : "",
        };
    }
}
