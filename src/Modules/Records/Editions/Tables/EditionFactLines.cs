using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Viewing;

namespace Qingdan.Records.Editions.Tables;

/// <summary>What the cover of an edition, or of the draft of a round, says: head and text.</summary>
internal static class EditionFactLines
{
    /// <summary>The lines, without those that have nothing to say; the first is which edition or draft it is.</summary>
    public static IReadOnlyList<(string Head, string Text)> Of(EditionView view, int round, Translator t)
    {
        var (row, file) = (view.Row, view.Files.Single(f => f.Round == round));
        List<(string Head, string Text)> lines = [(t["版次"], Which(view, round, t)), (t["印发单位"], row.Issuer), (t["范围"], row.Unit.Length > 0 ? row.Unit : t["全部单位"])];
        if (round == 0) lines.AddRange([(t["文号"], row.Document), (t["印发日期"], Shown.Day(row.IssuedOn)), (t["施行日期"], Shown.Day(row.EffectiveOn)), (t["公布范围"], t[row.Scope]), (t["会议纪要编号"], view.Minutes)]);
        else if (round == row.Round) lines.Add((t["意见反馈截止"], Shown.Day(row.OpinionsDueOn)));
        lines.Add((t["变更说明"], view.Summary));
        lines.AddRange(file.Lists.Select(l => (t[l.Title], t["共 {0} 条", l.Count])));
        lines.AddRange([(t["说明文件摘要"], file.ManifestDigest), (t["签名钥匙指纹"], file.Fingerprint)]);
        return [.. lines.Where(l => l.Text.Length > 0)];
    }

    /// <summary>Which edition or draft it is.</summary>
    public static string Which(EditionView view, int round, Translator t) => round > 0 ? t["征求意见稿（第 {0} 轮）", round] : t["第 {0} 版", view.Row.Number];
}
