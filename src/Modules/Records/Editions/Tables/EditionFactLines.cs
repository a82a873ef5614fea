using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Records.Editions.Tables;

/// <summary>What the cover of an edition, or of the draft of a round, says: head and text.</summary>
internal static class EditionFactLines
{
    /// <summary>The lines, without those that have nothing to say; the first is which edition or draft it is.</summary>
    public static IReadOnlyList<(string Head, string Text)> Of(EditionTables tables, Translator t)
    {
        var (row, file) = (tables.Row, tables.File);
        List<(string Head, string Text)> lines = [(t["版次"], Which(tables, t)), (t["印发单位"], row.Issuer), (t["范围"], row.Unit.Length > 0 ? row.Unit : t["全部单位"])];
        if (file.Round == 0) lines.AddRange([(t["文号"], row.Document), (t["印发日期"], Shown.Day(row.IssuedOn)), (t["施行日期"], Shown.Day(row.EffectiveOn)), (t["公布范围"], t[row.Scope]), (t["会议纪要编号"], tables.Minutes)]);
        else if (file.Round == row.Round) lines.Add((t["意见反馈截止"], Shown.Day(row.OpinionsDueOn)));
        lines.Add((t["变更说明"], tables.Summary));
        lines.AddRange(tables.Lists.Select(l => (t[l.List.Title], t["共 {0} 条", l.List.Count])));
        lines.AddRange([(t["说明文件摘要"], file.ManifestDigest), (t["签名钥匙指纹"], file.Fingerprint)]);
        return [.. lines.Where(l => l.Text.Length > 0)];
    }

    /// <summary>Which edition or draft it is.</summary>
    public static string Which(EditionTables tables, Translator t) => tables.File.Round > 0 ? t["征求意见稿（第 {0} 轮）", tables.File.Round] : t["第 {0} 版", tables.Row.Number];
}
