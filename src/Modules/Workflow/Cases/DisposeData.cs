using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Workflow.Cases;

/// <summary>What the requester records of the use, in the five parts of the law.</summary>
public sealed record DisposalInput(string Scene, string Course, string Effect, string Storage, string Destruction, DateOnly? DestroyedOn);

/// <summary>登记处置销毁: the use is recorded in five parts and kept for three years at least (政务数据共享条例 27 I, 29 II).</summary>
internal sealed class DisposeData(Store store, MoveCase move, TimeProvider clock)
{
    /// <summary>Records it and closes the case.</summary>
    public async Task<Result<Done>> Run(long id, int edit, DisposalInput input, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.Dispose, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(
            ("scene", "使用场景", input.Scene, 1000, true), ("course", "使用过程", input.Course, 1000, true), ("effect", "应用成效", input.Effect, 1000, true), ("storage", "存储情况", input.Storage, 1000, true),
            ("destruction", "销毁情况", input.Destruction, 1000, true));
        if (input.DestroyedOn is not { } day) faults.Add(new("workflow.disposal.day.required", "请填写处置日期。", "destroyedOn"));
        else if (day > clock.Today()) faults.Add(new("workflow.disposal.day.future", "处置日期不能晚于今天。", "destroyedOn"));
        else if (await Supplied(id, cancel) is { } supplied && day < supplied) faults.Add(new("workflow.disposal.day.early", "处置日期不能早于开始提供数据的 {0:yyyy-MM-dd}。", "destroyedOn", FaultKind.Invalid, supplied));
        if (faults.Count > 0) return faults;
        store.Add(new Disposal
        {
            CaseId = id, Scene = input.Scene.Trim(), Course = input.Course.Trim(), Effect = input.Effect.Trim(), Storage = input.Storage.Trim(), Destruction = input.Destruction.Trim(), DestroyedOn = input.DestroyedOn!.Value,
        });
        return await move.Save(at.Row, at.Move, input.Destruction.Trim(), actor, cancel);
    }

    private async Task<DateOnly?> Supplied(long id, CancellationToken cancel) =>
        await store.Set<CaseStep>().AsNoTracking().Where(s => s.CaseId == id && s.Act == CaseAct.Supply).OrderBy(s => s.Id).FirstOrDefaultAsync(cancel) is { } step ? LegalDay.Of(step.At) : null;
}
