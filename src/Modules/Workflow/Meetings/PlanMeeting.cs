using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Meetings;

/// <summary>What is planned. <paramref name="Matters"/> are keys of offered matters, in the order of the agenda.</summary>
internal sealed record MeetingInput(string Title, DateOnly? MeetsOn, string Place, IReadOnlyList<string> Matters);

/// <summary>安排会商: puts matters that wait on one agenda.</summary>
internal sealed class PlanMeeting(Store store, AuditLog audit, IdSource ids, TimeProvider clock, FindMatters find)
{
    private const int MostMatters = 50;

    private static readonly Fault None = new("workflow.meeting.matters.required", "请至少选一件议题。", "matters");
    private static readonly Fault Gone = new("workflow.meeting.matters.gone", "选的议题有的已经办完，或者在别的会商议程里。请按现在的列表再选。", "matters", FaultKind.Conflict);

    /// <summary>Plans one; its id.</summary>
    public async Task<Result<long>> Run(MeetingInput input, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City)) return CaseFaults.NotYours;
        var faults = Texts.Check(("title", "会商名称", input.Title, 200, true), ("place", "地点", input.Place, 200, true));
        if (input.MeetsOn is not { } day) faults.Add(new("workflow.day.required", "请填写{0}。", "meetsOn", FaultKind.Invalid, "会商日期"));
        else if (day < clock.Today()) faults.Add(new("workflow.meeting.past", "会商日期不能早于今天。", "meetsOn"));
        else if (TypedDay.Refusal(day, "meetsOn", "会商日期") is { } far) faults.Add(far);
        var offered = (await find.Run(cancel)).ToDictionary(m => m.Key);
        if (input.Matters.Count == 0) faults.Add(None);
        else if (input.Matters.Count > MostMatters) faults.Add(new("workflow.meeting.matters.many", "一次会商最多 {0} 件议题。", "matters", FaultKind.Invalid, MostMatters));
        else if (input.Matters.Any(m => !offered.ContainsKey(m))) faults.Add(Gone);
        if (faults.Count > 0) return faults;
        var row = new Meeting { Id = ids.Next(), Title = input.Title.Trim(), MeetsOn = input.MeetsOn!.Value, Place = input.Place.Trim(), UnitId = actor.UnitId, Person = actor.Name };
        row.Touch(ids, clock);
        store.Add(row);
        foreach (var (key, i) in input.Matters.Distinct().Select((key, i) => (key, i)))
        {
            var (kind, id) = key.Split(':') is [var k, var n] ? (Enum.Parse<MatterKind>(k), long.Parse(n, null)) : default;
            store.Add(new MeetingMatter { MeetingId = row.Id, Place = i + 1, Kind = kind, SubjectId = id, Name = offered[key].Name, Question = offered[key].Question, Open = true });
        }
        audit.Add(actor, MeetingAudit.Planned, MeetingAudit.Of(row), after: new { row.MeetsOn, Matters = input.Matters.Count });
        // Somebody may put one of them on another agenda in this moment.
        return await store.TrySave(cancel) ? row.Id : Gone;
    }
}
