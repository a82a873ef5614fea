using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>What must hold before a negative entry is saved, and what before it goes on its route.</summary>
internal static class NegativeRules
{
    /// <summary>Items of one entry.</summary>
    public const int MostItems = 2000;

    /// <summary>
    /// A draft may be incomplete, but never hold a marked secret: not even the name of a secret item may stand in the negative list
    /// (政务数据共享条例 3; the second half is practice).
    /// </summary>
    public static List<Fault> ForSaving(NegativeInput input)
    {
        var faults = new List<Fault>();
        if (input.ResourceId == 0 && input.Name.Trim().Length == 0)
            faults.Add(new("lists.negative.name.required", "请填写数据名称，或从数据目录中选择。", "name"));
        foreach (var (field, name, text, most) in Texts(input))
        {
            if (text.Length > most) faults.Add(new($"lists.negative.{field}.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, name, most, text.Length));
            if (ClassificationMarks.Refusal(text, field) is { } marked) faults.Add(marked);
        }
        if (input.BasisEffectiveOn.Trim().Length > 0 && TypedDay.Read(input.BasisEffectiveOn) is null)
            faults.Add(new("lists.negative.day.unreadable", "日期请写成 2026-11-26 的样子。", "basisEffectiveOn"));
        if (input.Alternatives.Except(NegativeWords.Alternatives).Any())
            faults.Add(new("lists.negative.alternatives.unknown", "替代方式请从所列的几种中选择。", "alternatives"));
        if (input.ItemIds.Count > MostItems || ItemNames(input).Count > MostItems)
            faults.Add(new("lists.negative.items.too-many", "一条最多 {0} 个数据项，请拆成几条。", "items", FaultKind.Invalid, MostItems));
        return faults;
    }

    /// <summary>Items that the resource does not have: without them a ban on a part would become one on the whole.</summary>
    public static IEnumerable<Fault> ForItems(NegativeInput input, PublishedResource? resource)
    {
        if (resource is not null && input.ItemIds.Except(resource.Items.Select(i => i.Id)).Any())
            yield return new("lists.negative.items.unknown", "所选的数据项有的已不在目录中。请看过现在的数据项再选。", "items", FaultKind.Conflict);
    }

    /// <summary>Reason, document, clause and text of the clause (政务数据共享条例 15).</summary>
    public static List<Fault> ForSubmission(Negative row)
    {
        var faults = new List<Fault>();
        Owed(faults, row.Reason, "reason", "请写明不予共享的理由（条例第十五条）。");
        Owed(faults, row.BasisName, "basisName", "请写明依据的名称（条例第十五条）。");
        Owed(faults, row.BasisClause, "basisClause", "请写明条款号，例如“第二十八条”。");
        Owed(faults, row.BasisText, "basisText", "请抄录条款原文，审核人要看到关键的话。");
        return faults;
    }

    /// <summary>The items typed for data outside the catalogue.</summary>
    public static IReadOnlyList<string> ItemNames(NegativeInput input) =>
        [.. input.ItemNames.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static void Owed(List<Fault> faults, string text, string field, string sentence)
    {
        if (text.Trim().Length == 0) faults.Add(new($"lists.negative.{field}.required", sentence, field));
    }

    private static IEnumerable<(string Field, string Name, string Text, int Most)> Texts(NegativeInput input) =>
    [
        ("name", "数据名称", input.Name, 128), ("itemNames", "数据项", input.ItemNames, 20_000), ("reason", "不予共享理由", input.Reason, 1000),
        ("impact", "影响", input.Impact, 500), ("basisName", "依据名称", input.BasisName, 200), ("basisNumber", "文号", input.BasisNumber, 100),
        ("basisClause", "条款", input.BasisClause, 100), ("basisText", "条款原文", input.BasisText, 4000), ("legalOpinion", "法制意见", input.LegalOpinion, 2000),
    ];
}
