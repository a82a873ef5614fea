using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Negatives;

/// <summary>A negative entry as two people wrote it, field by field.</summary>
internal static class NegativeConflict
{
    /// <summary>All fields of the form, in its order; <paramref name="itemName"/> names an item of the catalogue by its id.</summary>
    public static IReadOnlyList<ConflictRow> Rows(NegativeInput theirs, NegativeInput mine, Func<string, string> itemName, DeclaredPart declared) =>
    [
        new("resourceId", "数据名称", $"{theirs.ResourceId}", $"{theirs.ResourceId}"), new("name", "数据名称", theirs.Name, theirs.ResourceId == 0 ? mine.Name : theirs.Name),
        new("itemIds", "数据项", Ids(theirs), Ids(mine)) { Show = ids => string.Join('、', ids.Split(',').Select(itemName)) },
        new("itemNames", "数据项", theirs.ItemNames, mine.ItemNames.Trim()) { Show = names => names.Replace('\n', '、') },
        new("reason", "不予共享理由", theirs.Reason, mine.Reason), new("alternatives", "替代方式", string.Join('；', theirs.Alternatives), string.Join('；', mine.Alternatives)), new("impact", "影响", theirs.Impact, mine.Impact),
        new("clauseId", "依据库条款", $"{theirs.ClauseId}", $"{mine.ClauseId}") { Show = id => id == "0" ? "手工填写" : "从依据库选取" },
        new("basisLevel", "依据层级", theirs.BasisLevel, mine.BasisLevel) { Show = v => FormChoice.Of<LegalBasisLevel>(v)?.Name() ?? v },
        new("basisName", "依据名称", theirs.BasisName, mine.BasisName), new("basisNumber", "文号", theirs.BasisNumber, mine.BasisNumber), new("basisClause", "条款", theirs.BasisClause, mine.BasisClause),
        new("basisText", "条款原文", theirs.BasisText, mine.BasisText),
        new("basisState", "依据状态", theirs.BasisState, mine.BasisState) { Show = v => FormChoice.Of<BasisState>(v)?.Text() ?? v },
        new("basisEffectiveOn", "施行日期", theirs.BasisEffectiveOn, mine.BasisEffectiveOn),
        new("ban", "条款性质", theirs.Ban, mine.Ban) { Show = v => FormChoice.Of<BanKind>(v)?.Text() ?? v }, new("legalOpinion", "法制意见", theirs.LegalOpinion, mine.LegalOpinion),
        .. declared.Conflicts(theirs.Elements, mine.Elements),
    ];

    private static string Ids(NegativeInput input) => string.Join(',', input.ItemIds.Order());
}
