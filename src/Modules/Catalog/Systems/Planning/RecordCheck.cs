using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Systems.Planning;

/// <summary>What a person says at the acceptance of a system, as typed.</summary>
public sealed record CheckInput
{
    /// <summary>pass or fail.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>核对人.</summary>
    public string Checker { get; init; } = "";

    /// <summary>yyyy-MM-dd.</summary>
    public string CheckedOn { get; init; } = "";

    /// <summary>Owed when it fails, or passes with something missing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Which comparison was seen.</summary>
    public string Digest { get; init; } = "";
}

/// <summary>登记核对结果: a person decides; the lines are kept as they were seen. By the system's unit, or by the city for it.</summary>
internal sealed class RecordCheck(Store store, RegisterAccess access, ComparePlan compare, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public const int MostChecker = 50, MostRemark = 500;

    private static readonly Fault Moved = new("catalog.system.check.moved", "您打开之后，预编目或目录又有变化。请看过现在的结果再登记。", null, FaultKind.Conflict);
    private static readonly Fault NoPlan = new("catalog.system.check.no-plan", "这个系统还没有预编目，没有可核对的内容。", null, FaultKind.Conflict);

    /// <summary>Records it; the answer is its id.</summary>
    public async Task<Result<long>> Run(long systemId, CheckInput input, Actor actor, CancellationToken cancel)
    {
        var system = await (await access.Seen<InformationSystem>(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(s => s.Id == systemId, cancel);
        if (system is null || !(actor.Is(Roles.City) || await access.Keeps(system.UnitId, actor, cancel))) return RegisterFaults.NoSystem;
        var lines = await compare.Run(system, cancel);
        if (lines.All(l => l.Planned.Length == 0)) return NoPlan;
        var faults = Faults(input, lines);
        if (faults.Count > 0) return faults;
        if (input.Digest != PlanCheck.Digest(lines)) return Moved;
        var check = new PlanCheck
        {
            Id = ids.Next(), SystemId = systemId, Passed = input.Verdict == "pass", Checker = input.Checker.Trim(), CheckedOn = TypedDay.Read(input.CheckedOn)!.Value,
            Remark = input.Remark.Trim(), Lines = PlanCheck.Write(lines), RecordedBy = actor.Name, RecordedAt = clock.GetUtcNow(),
        };
        store.Add(check);
        audit.Add(actor, CatalogAudit.PlanChecked, CatalogAudit.Of(system), after: new { check.Passed, check.Checker, CheckedOn = Shown.Day(check.CheckedOn), lines.Count }, why: check.Remark);
        await store.SaveChangesAsync(cancel);
        return check.Id;
    }

    private List<Fault> Faults(CheckInput input, IReadOnlyList<PlanLine> lines)
    {
        var (faults, day) = (new List<Fault>(), TypedDay.Read(input.CheckedOn));
        var lacking = lines.Any(l => l.Outcome is PlanOutcome.Missing or PlanOutcome.InMaking or PlanOutcome.Renamed);
        if (input.Verdict is not ("pass" or "fail")) faults.Add(new("catalog.system.check.verdict", "请选择通过或不通过。", "verdict"));
        if (input.Checker.Trim().Length == 0) faults.Add(new("catalog.system.check.checker", "请填写核对人。", "checker"));
        if (day is null) faults.Add(new("catalog.system.check.day", "核对日期应写成 2026-11-26 的样子。", "checkedOn"));
        else if (day > clock.Today()) faults.Add(new("catalog.system.check.future", "核对日期不能晚于今天。", "checkedOn"));
        if (input.Verdict == "fail" && input.Remark.Trim().Length == 0) faults.Add(new("catalog.system.check.remark", "不通过的，请写明要补什么。", "remark"));
        if (input.Verdict == "pass" && lacking && input.Remark.Trim().Length == 0) faults.Add(new("catalog.system.check.remark", "还有未编目、编制中或名称不同的目录；仍要通过的，请写明理由。", "remark"));
        faults.AddRange([.. RegisterText.Faults(input.Checker, "checker", "核对人", MostChecker), .. RegisterText.Faults(input.Remark, "remark", "核对意见", MostRemark)]);
        return faults;
    }
}
