using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>A demand as two people wrote it, field by field.</summary>
internal static class DemandConflict
{
    /// <summary>All fields of the form, in its order.</summary>
    /// <param name="theirs">What is stored.</param>
    /// <param name="mine">What was typed.</param>
    /// <param name="itemName">The name of an item of the catalogue by its key in the form.</param>
    /// <param name="declared">The elements beyond the columns.</param>
    /// <param name="units">For the provider's name.</param>
    public static IReadOnlyList<ConflictRow> Rows(DemandInput theirs, DemandInput mine, Func<string, string> itemName, DeclaredPart declared, UnitTree units) =>
    [
        new("name", "需求名称", theirs.Name, mine.Name),
        new("providerId", "拟提供单位", $"{theirs.ProviderId}", $"{mine.ProviderId}") { Show = id => id == "0" ? "不明确" : units.ShortName(FormNumber.Of(id)) },
        Items(theirs, mine, itemName),
        new("scenario", "应用场景", theirs.Scenario, mine.Scenario),
        new("basisLevel", "依据层级", theirs.BasisLevel, mine.BasisLevel) { Show = v => FormChoice.Of<LegalBasisLevel>(v)?.Name() ?? v },
        new("basisName", "使用依据", theirs.BasisName, mine.BasisName), new("basisNumber", "文号", theirs.BasisNumber, mine.BasisNumber), new("basisClause", "条款", theirs.BasisClause, mine.BasisClause),
        new("basisReason", "仍引用的理由", theirs.BasisReason, mine.BasisReason),
        new("regional", "区域授权", theirs.Regional ? "true" : "", mine.Regional ? "true" : "") { Show = _ => "供全区使用" },
        new("scope", "使用范围", theirs.Scope, mine.Scope), new("purpose", "用途", theirs.Purpose, mine.Purpose), new("way", "共享方式", theirs.Way, mine.Way),
        new("frequency", "更新频率", theirs.Frequency, mine.Frequency) { Show = v => FormChoice.Of<UpdateFrequency>(v)?.Name() ?? v },
        new("startsOn", "使用时限自", theirs.StartsOn, mine.StartsOn), new("endsOn", "使用时限至", theirs.EndsOn, mine.EndsOn),
        new("personal", "个人信息", theirs.Personal, mine.Personal) { Show = v => FormChoice.Of<PersonalData>(v)?.Text() ?? v }, new("assessment", "影响评估", theirs.Assessment, mine.Assessment),
        new("committed", "承诺", theirs.Committed ? "true" : "", mine.Committed ? "true" : "") { Show = _ => "已承诺" },
        new("urgency", "紧急程度", theirs.Urgency, mine.Urgency) { Show = v => FormChoice.Of<Urgency>(v)?.Text() ?? v },
        new("note", "备注", theirs.Note, mine.Note), new("insist", "坚持提交的理由", theirs.Insist, mine.Insist),
        .. declared.Conflicts(theirs.Elements, mine.Elements),
    ];

    private static ConflictRow Items(DemandInput theirs, DemandInput mine, Func<string, string> itemName) => theirs.Items.Concat(mine.Items).Any(i => i.ResourceId != 0)
        ? new("item", "数据项", Keys(theirs), Keys(mine)) { Show = keys => string.Join('、', keys.Split(',').Select(k => itemName(k.EndsWith(":" + DemandForm.Optional, StringComparison.Ordinal) ? k[..^2] : k))) }
        : new("itemLines", "数据项", Lines(theirs), Lines(mine)) { Show = lines => string.Join('、', lines.Split('\n').Select(l => l.Split('\t')[0])) };

    private static string Keys(DemandInput input) => string.Join(',', input.Items.Select(i => $"{i.ResourceId}:{i.ItemId}{(i.Required ? "" : ":" + DemandForm.Optional)}").Order(StringComparer.Ordinal));

    private static string Lines(DemandInput input) => string.Join('\n', input.Items.Select(i => $"{i.Name}\t{i.Note}{(i.Required ? "" : "\t" + DemandForm.Optional)}"));
}
