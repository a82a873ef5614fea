using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>What must hold before a demand is saved, and what before it is handed in.</summary>
internal static class DemandRules
{
    /// <summary>用途, as offered.</summary>
    public static IReadOnlyList<string> Purposes { get; } = ["审批", "监管", "服务", "统计分析", "决策", "其他"];

    /// <summary>Items of one demand; more is not one demand.</summary>
    public const int MostItems = 500;

    public static readonly Fault TooManyItems = new("lists.demand.items.too-many", "一件需求最多 {0} 个数据项，请分成几件。", "items", FaultKind.Invalid, MostItems);

    /// <summary>A draft may be incomplete, but never hold a marked secret (政务数据共享条例 3) nor exceed the lengths.</summary>
    public static List<Fault> ForSaving(DemandInput input)
    {
        var faults = new List<Fault>();
        Owed(faults, input.Name, "name", "请填写需求名称。");
        foreach (var (field, name, text, most) in Texts(input))
        {
            if (text.Length > most) faults.Add(new($"lists.demand.{field}.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, name, most, text.Length));
            if (ClassificationMarks.Refusal(text, field) is { } marked) faults.Add(marked);
        }
        if (input.Items.Count > MostItems) faults.Add(TooManyItems);
        foreach (var item in input.Items)
        {
            if (item.Name.Length > 200 || item.Note.Length > 500) faults.Add(new("lists.demand.item.too-long", "数据项名称不超过 200 字，说明不超过 500 字。", "items"));
            if ((ClassificationMarks.Refusal(item.Name, "items") ?? ClassificationMarks.Refusal(item.Note, "items")) is { } marked) faults.Add(marked);
        }
        if (input.BasisLevel.Length > 0 && FormChoice.Of<LegalBasisLevel>(input.BasisLevel) is null) faults.Add(new("lists.demand.basisLevel.unknown", "依据层级请从所列的几种中选择。", "basisLevel"));
        if (Day(input.StartsOn, "startsOn", "开始日期") is { } start) faults.Add(start);
        if (Day(input.EndsOn, "endsOn", "结束日期") is { } end) faults.Add(end);
        return faults;
    }

    /// <summary>What an application owes by law (政务数据共享条例 20; 上海市数据条例 39).</summary>
    public static List<Fault> ForSubmission(DemandInput input, DateOnly today)
    {
        var faults = ForSaving(input);
        if (input.Items.Count == 0) faults.Add(new("lists.demand.items.required", "请至少写一个要申请的数据项。", "items"));
        // Outside the catalogue a name is all that tells items apart.
        faults.AddRange(input.Items.Where(i => i.ResourceId == 0).GroupBy(i => i.Name.Trim()).Where(g => g.Count() > 1)
            .Select(g => new Fault("lists.demand.items.twice", "数据项“{0}”写了 {1} 次，请只写一次，或者把区别写进名称。", "items", FaultKind.Invalid, g.Key, g.Count())));
        Owed(faults, input.Scenario, "scenario", "请写明应用场景（条例第二十条）。");
        Owed(faults, input.BasisName, "basisName", "请写明使用依据（条例第二十条）。");
        Owed(faults, input.BasisClause, "basisClause", "请写明条款号，例如“第八条”。");
        Owed(faults, input.Scope, "scope", "请写明使用范围（条例第二十条）。");
        Owed(faults, input.Purpose, "purpose", "请选择用途。");
        Owed(faults, input.Way, "way", "请选择共享方式（条例第二十条）。");
        Owed(faults, input.Frequency, "frequency", "请选择更新频率。");
        if (input.Personal == nameof(PersonalData.Sensitive)) Owed(faults, input.Assessment, "assessment", "含敏感个人信息的，请填写个人信息保护影响评估的编号或名称。");
        if (!input.Committed) faults.Add(new("lists.demand.committed.required", "请作出真实、合规、安全的承诺（上海市数据条例第三十九条）。", "committed"));
        Term(faults, input, today);
        return faults;
    }

    /// <summary>区域授权 is for a unit of a district to ask (practice).</summary>
    public static Fault? Regional(DemandInput input, Unit? unit) => input.Regional && unit?.Level != OrganizationLevel.District
        ? new("lists.demand.regional.not-district", "区域授权只由区级单位提出。请去掉“供全区使用”。", "regional") : null;

    /// <summary>使用时限 (政务数据共享条例 20).</summary>
    private static void Term(List<Fault> faults, DemandInput input, DateOnly today)
    {
        Owed(faults, input.StartsOn, "startsOn", "请填写使用时限的开始日期（条例第二十条）。");
        Owed(faults, input.EndsOn, "endsOn", "请填写使用时限的结束日期（条例第二十条）。");
        faults.AddRange(Ends(input.StartsOn, input.EndsOn, today));
    }

    /// <summary>What is wrong with an end: before the start, or over. Of days that cannot be meant nothing more is said than that.</summary>
    public static IEnumerable<Fault> Ends(string startsOn, string endsOn, DateOnly today)
    {
        if (TypedDay.Meant(endsOn) is not { } end) yield break;
        if (TypedDay.Meant(startsOn) is { } start && end < start) yield return new("lists.demand.term.reversed", "结束日期早于开始日期 {0}，请改正。", "endsOn", FaultKind.Invalid, startsOn);
        else if (end < today) yield return new("lists.demand.term.over", "结束日期已经过去，请改正。", "endsOn");
    }

    private static Fault? Day(string text, string field, string name) => text.Trim().Length > 0 && TypedDay.Read(text) is null
        ? new("lists.demand.day.unreadable", "{0}请写成 2026-11-26 的样子。", field, FaultKind.Invalid, name) : TypedDay.Refusal(TypedDay.Read(text), field, name);

    private static void Owed(List<Fault> faults, string text, string field, string sentence)
    {
        if (text.Trim().Length == 0) faults.Add(new($"lists.demand.{field}.required", sentence, field));
    }

    private static IEnumerable<(string Field, string Name, string Text, int Most)> Texts(DemandInput input) =>
    [
        ("name", "需求名称", input.Name, 128), ("scenario", "应用场景", input.Scenario, 1000), ("basisName", "使用依据", input.BasisName, 200),
        ("basisNumber", "文号", input.BasisNumber, 100), ("basisClause", "条款", input.BasisClause, 100), ("scope", "使用范围", input.Scope, 500), ("basisReason", "仍引用的理由", input.BasisReason, 500),
        ("assessment", "影响评估", input.Assessment, 200), ("note", "备注", input.Note, 1000), ("insist", "坚持提交的理由", input.Insist, 1000),
        ("purpose", "用途", input.Purpose, 20), ("way", "共享方式", input.Way, 50),
    ];
}
