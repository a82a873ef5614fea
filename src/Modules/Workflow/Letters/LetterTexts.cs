using Qingdan.Lists.Contracts;
using Qingdan.Platform.Documents;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Letters;

/// <summary>What a letter is written from: all of it is on record.</summary>
/// <param name="Demand">The demand.</param>
/// <param name="Requester">Full name of 需求单位.</param>
/// <param name="Provider">Full name of 提供单位.</param>
/// <param name="Answers">What was answered, in the order of the items.</param>
/// <param name="Missing">What the provider named as missing, one a line.</param>
/// <param name="Today">成文日期.</param>
internal sealed record LetterSources(DemandFacts Demand, string Requester, string Provider, IReadOnlyList<CaseAnswer> Answers, string Missing, DateOnly Today)
{
    /// <summary>提供期限, as the clock of the case counts it; null where nothing is owed by a day.</summary>
    public Term? Supply { get; init; }

    /// <summary>True where 政务数据共享条例 governs the provider. For others its terms are practice, and a letter does not cite them as law.</summary>
    public bool Governed => Supply is { Profile.Length: > 0 };

    /// <summary>A text for a provider that is governed, another for the rest.</summary>
    public string Cite(string governed, string otherwise) => Governed ? governed : otherwise;
}

/// <summary>The wording of the letters. Facts stand in fields; the rest is a proposal that people alter.</summary>
internal static class LetterTexts
{
    private const string BlankNumber = "〔　　〕　　号";

    /// <summary>A letter of a kind.</summary>
    public static Letter Write(LetterKind kind, LetterSources s) => kind switch
    {
        LetterKind.Application => Application(s),
        LetterKind.Supplement => Supplement(s),
        LetterKind.Reply => Reply(s),
        _ => Refusal(s),
    };

    private static Letter Application(LetterSources s) => new("公共数据共享申请表", BlankNumber, s.Provider,
    [
        new("因", Fact(s.Demand.Scenario.TrimEnd('。'), "应用场景"), "，依据", Fact(s.Demand.Basis, "使用依据"), "，申请共享以下数据（", Fact(Number(s), "需求编号"), "）："),
        new(Fact(Grouped(s.Demand.Items.Select(i => (i.Resource, i.Name))), "数据项"), "。"),
        new("使用范围：", Fact(s.Demand.Scope, "使用范围"), "；用途：", Fact(s.Demand.Purpose, "用途"), "；共享方式：", Fact(s.Demand.Way, "共享方式"), "；使用时限：", Fact(Term(s.Demand), "使用时限"), "。"),
        new("个人信息：", Fact(s.Demand.Personal, "个人信息"), "。"),
        new("本单位承诺所提需求真实、合规、安全，不超出依法履行职责的必要范围，不提供给第三方，不用于其他目的（《上海市数据条例》第三十九条、第四十条）。"),
    ], s.Requester, s.Today);

    private static Letter Supplement(LetterSources s) => new("一次性告知书", BlankNumber, s.Requester,
    [
        new("你单位关于“", Fact(s.Demand.Name, "需求名称"), "”（", Fact(Number(s), "需求编号"), "）的共享需求收悉。经审核，材料不全。", s.Cite("依据《政务数据共享条例》第二十一条第二款，", ""), "现一次性告知需要补充的材料："),
        .. s.Missing.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, i) => new LetterLine($"{i + 1}. ", Fact(line, $"材料{i + 1}"))),
        new("请补充后送我单位。"),
    ], s.Provider, s.Today);

    private static Letter Reply(LetterSources s)
    {
        var groups = s.Answers.GroupBy(a => a.Verdict).OrderBy(g => g.Key).Select((g, i) => Group(g.Key, [.. g], i));
        return new("关于共享公共数据的答复函", BlankNumber, s.Requester,
        [
            new("你单位关于“", Fact(s.Demand.Name, "需求名称"), "”（", Fact(Number(s), "需求编号"), $"）的共享需求收悉。经本单位{s.Cite("政务数据共享工作机构", "")}负责人同意，现答复如下："),
            .. groups,
            .. s.Answers.Any(a => a.Verdict != Verdict.Refuse) ? [new LetterLine("上述数据仅用于“", Fact(s.Demand.Scenario.TrimEnd('。'), "应用场景"), $"”，我单位自本答复之日起{Within(s)}提供{s.Cite("（《政务数据共享条例》第二十二条）", "")}。")] : Array.Empty<LetterLine>(),
        ], s.Provider, s.Today);
    }

    private static Letter Refusal(LetterSources s) => new("不同意共享告知书", BlankNumber, s.Requester,
    [
        new("你单位关于“", Fact(s.Demand.Name, "需求名称"), "”（", Fact(Number(s), "需求编号"), "）的共享需求收悉。经审核，以下数据不同意共享，理由和依据逐项说明如下："),
        .. s.Answers.Where(a => a.Verdict == Verdict.Refuse).Select((a, i) => new LetterLine($"{i + 1}. ", Fact(a.FullName, $"数据项{i + 1}"), "：", Fact(a.Reason, $"理由{i + 1}"), "；依据", Fact(a.Basis, $"依据{i + 1}"), "。")),
        new($"有争议的，请与我单位协商；协商不成的，可以{s.Cite("向同级政务数据共享主管部门申请协调处理（《政务数据共享条例》第二十八条）", "申请主管部门协调处理")}。"),
    ], s.Provider, s.Today);

    private static LetterLine Group(Verdict verdict, IReadOnlyList<CaseAnswer> answers, int place)
    {
        var names = Fact(Grouped(answers.Select(a => (a.Resource, a.Name))), $"答复{place + 1}");
        var number = $"{"一二三四五"[place]}、";
        return verdict switch
        {
            Verdict.Agree => new($"{number}{(answers.All(a => a.Resource.Length == 0) ? "同意共享" : "同意按目录条件共享")}：", names, "。"),
            Verdict.Refuse => new($"{number}不同意共享：", Fact(string.Join("；", answers.Select(a => $"{a.FullName}：{a.Reason}，依据{a.Basis}")), $"答复{place + 1}"), "。"),
            _ => new($"{number}{verdict.Text()}：", names, "。"),
        };
    }

    private static LetterText Fact(string text, string name) => new(text.Length > 0 ? text : "（未填写）", name);

    private static string Within(LetterSources s) => s.Supply is { } term ? $" {term.Amount} 个{(term.WorkingDays ? "工作日" : "自然日")}内" : "按期";

    private static string Number(LetterSources s) => s.Demand.Number.Length > 0 ? s.Demand.Number : "未编号";

    private static string Term(DemandFacts d) => d.StartsOn is null ? "" : $"{Letter.Written(d.StartsOn)}至{Letter.Written(d.EndsOn)}";

    // By resource: items of two resources can have one name.
    private static string Grouped(IEnumerable<(string Resource, string Name)> items) => string.Join("；", items.GroupBy(i => i.Resource, i => i.Name).Select(g => g.Key.Length == 0 ? string.Join("、", g) : $"{g.Key}（{string.Join("、", g)}）"));
}
