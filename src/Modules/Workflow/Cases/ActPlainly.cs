using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Cases;

/// <summary>What a person gives with a plain act.</summary>
/// <param name="Text">The words.</param>
/// <param name="Day">The day, where the act asks for one.</param>
/// <param name="Number">The number, where the act asks for one.</param>
/// <param name="Since">The day from which on the act was owed, where it asks for one.</param>
/// <param name="Files">Files, where the act takes them; null for none.</param>
/// <param name="Items">Items of the demand, where the act is about some; null for none.</param>
internal sealed record PlainInput(string Text, DateOnly? Day = null, string Number = "", DateOnly? Since = null, IFormFileCollection? Files = null, IReadOnlyList<long>? Items = null);

/// <summary>Does the acts for which words are enough: one way for all of them. What an act needs beside the table stands here, in one place.</summary>
internal sealed class ActPlainly(Store store, MoveCase move, DemandBook demands, DemandSupplements supplements, ClockBook clocks, TimeProvider clock)
{
    private static readonly Fault NoProvider = new("workflow.case.provider.required", "还没有指明提供单位。请先在需求页指定提供单位（上海市数据条例第二十六条）。", "provider");
    /// <summary>What is asked for is no plain act.</summary>
    public static readonly Fault Unknown = new("workflow.act.unknown", "没有这种办理动作，或者它有自己的表单。", "act", FaultKind.NotFound);

    /// <summary>Does one act on one case.</summary>
    public async Task<Result<Done>> Run(long id, int edit, CaseAct act, PlainInput input, Actor actor, CancellationToken cancel)
    {
        if (PlainAct.Of(act) is not { } plain) return Unknown;
        var found = await move.Find(id, edit, act, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("text", plain.Says, input.Text, PlainAct.MostWords, plain.Owed), ("number", plain.Number, input.Number, 100, plain.Number.Length > 0));
        if (plain.Day.Length > 0 && Coming(plain, input.Day) is { } wrong) faults.Add(wrong);
        if (plain.Since.Length > 0 && Owed(at.Row, plain, input.Since) is { } since) faults.Add(since);
        if (Hindrance(at.Row, act, input) is { } hindrance) faults.Add(hindrance);
        var chosen = await Chosen(id, plain, input.Items ?? [], faults, cancel);
        if (act == CaseAct.GrantedAbove)
        {
            var demand = await demands.Read(id, cancel);
            faults.AddRange(ForbiddenItems.Refusals(demand, demand.Items.ToDictionary(i => i.Id, _ => Verdict.Agree), "text"));
        }
        var files = plain.Files && input.Files is { Count: > 0 } sent ? sent : null;
        if (files is not null) faults.AddRange(await supplements.Check(id, files, actor, cancel));
        if (faults.Count > 0) return faults;
        await using var transaction = files is null ? null : await store.Database.BeginTransactionAsync(cancel);
        if (files is not null && await supplements.Add(id, files, actor, cancel) is { Ok: false } unkept) return unkept;
        chosen.ForEach(a => a.Stopped = act == CaseAct.StopExcess);
        await Prepare(at.Row, act, input, cancel);
        await move.Make(at.Row, at.Move, input.Text.Trim(), actor, cancel);
        if (act == CaseAct.StopExcess) await clocks.AtOnce(at.Row, CaseTerms.Excess(input.Since!.Value), cancel);
        if (!await store.TrySave(cancel)) return CaseFaults.ChangedMeanwhile;
        if (transaction is not null) await transaction.CommitAsync(cancel);
        return new Done();
    }

    private async Task<List<CaseAnswer>> Chosen(long id, PlainAct plain, IReadOnlyList<long> items, List<Fault> faults, CancellationToken cancel)
    {
        if (plain.Items == ItemChoice.None) return [];
        var answers = await store.Set<CaseAnswer>().Where(a => a.CaseId == id).ToListAsync(cancel);
        var possible = answers.FindAll(a => plain.Items == ItemChoice.Stopped ? a.Stopped : a.Standing != Verdict.Refuse && !a.Stopped);
        var chosen = possible.FindAll(a => items.Contains(a.ItemId));
        if (chosen.Count == 0 || chosen.Count < items.Distinct().Count()) faults.Add(new("workflow.act.items", "请选择是哪些数据项。", "items"));
        return chosen;
    }

    private Fault? Coming(PlainAct plain, DateOnly? given) => given is not { } day ? new("workflow.day.required", "请填写{0}。", "day", FaultKind.Invalid, plain.Day)
        : day <= clock.Today() ? new("workflow.day.past", "{0}须晚于今天。", "day", FaultKind.Invalid, plain.Day) : TypedDay.Refusal(day, "day", plain.Day);

    private Fault? Owed(Case row, PlainAct plain, DateOnly? since) => since is not { } day ? new("workflow.day.required", "请填写{0}。", "since", FaultKind.Invalid, plain.Since)
        : day > clock.Today() ? new("workflow.since.future", "{0}不能晚于今天。", "since", FaultKind.Invalid, plain.Since)
        : day < LegalDay.Of(row.OpenedAt) ? new("workflow.since.early", "{0}不能早于开始办理之日 {1:yyyy-MM-dd}。", "since", FaultKind.Invalid, plain.Since, LegalDay.Of(row.OpenedAt)) : null;

    private Fault? Hindrance(Case row, CaseAct act, PlainInput input) => act switch
    {
        // What the level above grants somebody here still has to hand on.
        CaseAct.Dispatch or CaseAct.GrantedAbove when row.ProviderId == 0 => NoProvider,
        CaseAct.AskRenewal when input.Day <= row.UsableUntil => new("workflow.renewal.earlier", "续期的日期须晚于现在的使用时限 {0:yyyy-MM-dd}。", "day", FaultKind.Invalid, row.UsableUntil!),
        CaseAct.FileStop when !row.Stops => new("workflow.filing.change", "提供单位提出的是变更服务，请按变更备案，或者不予备案。", null, FaultKind.Conflict),
        CaseAct.FileChange when row.Stops => new("workflow.filing.stop", "提供单位提出的是停止服务，请按停止备案，或者不予备案。", null, FaultKind.Conflict),
        // Ending the sharing needs a refusal to mend or a mending that falls short (政务数据共享条例 27 II): before the day that was set there is neither.
        CaseAct.Terminate when row.State == CaseState.Suspended && row.AskedOn >= clock.Today() => new("workflow.terminate.early", "整改期限 {0:yyyy-MM-dd} 还没有过，需求单位也没有报告整改，现在不能终止（条例第二十七条）。", null, FaultKind.Conflict, row.AskedOn!),
        _ => null,
    };

    private async Task Prepare(Case row, CaseAct act, PlainInput input, CancellationToken cancel)
    {
        switch (act)
        {
            case CaseAct.Dispatch:
                row.Kind = CaseKinds.Of(await demands.Read(row.Id, cancel));
                break;
            case CaseAct.PassUp:
                row.OuterNumber = input.Number.Trim();
                break;
            case CaseAct.GrantedAbove:
                await Grant(row, cancel);
                break;
            case CaseAct.AskRenewal or CaseAct.Suspend:
                row.AskedOn = input.Day;
                break;
            case CaseAct.Renew:
                (row.UsableUntil, row.AskedOn) = (row.AskedOn, null);
                break;
            case CaseAct.DenyRenewal or CaseAct.Resume or CaseAct.Terminate:
                row.AskedOn = null;
                break;
            case CaseAct.ProposeStop or CaseAct.ProposeChange:
                row.Stops = act == CaseAct.ProposeStop;
                break;
        }
    }

    // What the level above granted is granted as it said: its words stand in the step.
    private async Task Grant(Case row, CancellationToken cancel)
    {
        var demand = await demands.Read(row.Id, cancel);
        row.Kind = CaseKinds.Of(demand);
        foreach (var (item, i) in demand.Items.Select((item, i) => (item, i)))
            store.Add(CaseAnswer.To(row.Id, item, i + 1, Verdict.Agree));
    }
}
