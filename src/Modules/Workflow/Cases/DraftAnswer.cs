using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Workflow.Cases;

/// <summary>
/// 拟定答复: item by item; a refusal with reason and basis (政务数据共享条例 15, 21). A condition that the catalogue does not state is kept with a mark and takes no effect (R11).
/// </summary>
internal sealed class DraftAnswer(Store store, MoveCase move, DemandBook demands, LegalRegister register, RuleProfiles profiles, IOrganizationDirectory organizations)
{
    /// <summary>Writes the draft and hands it to the head.</summary>
    public async Task<Result<Done>> Run(long id, int edit, IReadOnlyList<AnswerInput> answers, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.Answer, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var demand = await demands.Read(id, cancel);
        List<Fault> faults = [.. Texts.Check(("note", "答复说明", note, 2000, false)), .. demand.Items.SelectMany((item, i) => Check(item, answers.FirstOrDefault(a => a.ItemId == item.Id), i))];
        faults.AddRange(await Doubts(at.Row.ProviderId, demand.Items, answers, note.Trim().Length > 0, cancel));
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
        if (ForbiddenItems.Refusal(item, verdict, $"items[{i}].verdict") is { } forbidden) faults.Add(forbidden);
        if (verdict == Verdict.Agree && item.ResourceId != 0 && item.Resource.Length == 0)
            faults.Add(new("workflow.answer.withdrawn", "“{0}”所在的目录已经下线，没有可以依照的目录条件，不能直接同意。请先恢复发布该目录；数据确实不再提供的，请答复不同意共享并说明理由。", $"items[{i}].verdict", FaultKind.Conflict, item.Name));
        return faults;
    }

    // What a refusal cites, against the register of laws; a law that the register does not know is left to its reader.
    private async Task<List<Fault>> Doubts(long providerId, IReadOnlyList<DemandedItem> items, IReadOnlyList<AnswerInput> answers, bool explained, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        var refusals = items.Select((item, i) => (Field: $"items[{i}].basisName", Answer: answers.FirstOrDefault(a => a.ItemId == item.Id)))
            .Where(r => r.Answer is { } a && a.BasisName.Trim().Length > 0 && Enum.TryParse<Verdict>(a.Verdict, out var verdict) && verdict == Verdict.Refuse);
        foreach (var law in refusals.GroupBy(r => r.Answer!.BasisName.Trim()))
        {
            var doubt = await Outdated(law.Key, cancel) ?? (explained ? null : await TooLow(law.Key, providerId, cancel));
            if (doubt is not null) faults.AddRange(law.Select(r => doubt with { Field = r.Field }));
        }
        return faults;
    }

    private async Task<Fault?> Outdated(string name, CancellationToken cancel)
    {
        if (await register.Outdated(name, "", cancel) is not { } law) return null;
        return law.SuccessorOn is { } day
            ? new("workflow.answer.basis.outdated", "不同意共享的依据“{0}”{1}，现行有效的是“{2}”（{3} 起施行）。请改引现行的条款。", null, FaultKind.Invalid, law.Name, law.State.Name(), law.Successor, Shown.Day(day))
            : new("workflow.answer.basis.outdated", "不同意共享的依据“{0}”{1}。请改引现行有效的条款。", null, FaultKind.Invalid, law.Name, law.State.Name());
    }

    // Which levels carry 不予共享 the higher law of the provider says (政务数据共享条例 14, 上海市数据条例 38). A refusal of what may be shared on conditions can have other grounds: it is told and explained.
    private async Task<Fault?> TooLow(string name, long providerId, CancellationToken cancel)
    {
        var levels = await register.Levels(name, cancel);
        var profile = (await organizations.Tree(cancel)).Find(providerId)?.Kind is { } kind ? profiles.For(kind)[0] : profiles.All[0];
        return levels.Count == 0 || levels.Any(profile.Bases.Levels.Contains) ? null
            : new("workflow.answer.basis.level", "依据“{0}”是{1}。{2}只认可{3}作为不予共享的依据（{4}）。请改引这些层级的条款，或者在答复说明里写明为什么仍引用它。", null, FaultKind.Invalid, name.Trim('《', '》'), levels[0].Name(), profile.Name, profile.Bases.Text, profile.Bases.Anchor.ToString());
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
