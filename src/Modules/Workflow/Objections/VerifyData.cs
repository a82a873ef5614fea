using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>反馈核实结果: corrected, correct, or in part, within ten working days of the receipt (政务数据共享条例 26 II). The mark goes, and all who use the data are told.</summary>
internal sealed class VerifyData(MoveObjection move, TellUsers tell, TimeProvider clock)
{
    /// <summary>Says what was found; <paramref name="correctedOn"/> is owed with a correction.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string outcome, string result, DateOnly? correctedOn, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, ObjectionAct.Verify, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("result", "核实结果", result, 1000, true));
        if (!Enum.TryParse<Outcome>(outcome, out var chosen) || !Enum.IsDefined(chosen) || chosen == Outcome.None) faults.Add(new("workflow.objection.outcome.required", "请选择核实结论。", "outcome"));
        else if (chosen != Outcome.Correct && correctedOn is null) faults.Add(new("workflow.objection.corrected.required", "请填写更正日期。", "correctedOn"));
        if (correctedOn > clock.Today()) faults.Add(new("workflow.objection.corrected.future", "更正日期不能晚于今天。", "correctedOn"));
        else if (correctedOn < LegalDay.Of(at.Row.RaisedAt)) faults.Add(new("workflow.objection.corrected.early", "更正日期不能早于提出异议的 {0:yyyy-MM-dd}。", "correctedOn", FaultKind.Invalid, LegalDay.Of(at.Row.RaisedAt)));
        if (faults.Count > 0) return faults;
        (at.Row.Outcome, at.Row.Result, at.Row.CorrectedOn) = (chosen, result.Trim(), chosen == Outcome.Correct ? null : correctedOn);
        await tell.Run(at.Row, actor, cancel);
        return await move.Save(at.Row, at.Move, result.Trim(), actor, cancel);
    }
}
