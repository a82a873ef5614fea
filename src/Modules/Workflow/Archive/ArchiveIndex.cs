using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Qingdan.Platform.Web;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Archive;

/// <summary>The index page of an archive: a document in Chinese that any browser opens and prints, with no part of it elsewhere.</summary>
internal static class ArchiveIndex
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page.</summary>
    public static string Write(CaseView view, IReadOnlyList<ArchivedMinutes> minutes, IReadOnlyList<ArchivedFile> files)
    {
        var row = view.Row;
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $$$"""
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>归档：{{{E(row.Name)}}}</title>
            <style>body{font:16px/1.7 serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%;margin:1em 0}th,td{border:1px solid #666;padding:.3em .6em;text-align:left;vertical-align:top}code{word-break:break-all;font-size:80%}@media print{body{margin:0}}</style>
            </head><body><h1>需求办理归档：{{{E(row.Name)}}}</h1>
            """);
        Table(page, "基本情况", ["项目", "内容"],
        [
            ["需求编号", view.Demand.Number], ["需求单位", row.Unit], ["提供单位", row.Provider], ["状态", row.State], ["应用场景", view.Demand.Scenario], ["使用依据", view.Demand.Basis],
            ["提供方式", view.Supply.Length > 0 ? $"{view.Supply}：{view.SupplyNote}" : ""],
        ]);
        Table(page, "数据项和答复", ["数据资源", "数据项", "答复", "条件", "理由", "依据", "争议解决"], view.Items.Select(i => new[] { i.Item.Resource, i.Item.Name, i.Verdict, i.Condition, i.Reason, i.Basis, i.Settled }));
        Table(page, "期限", ["要做的事", "责任", "依据", "起因日", "到期日", "办结日"], view.Clocks.Select(c => new[] { c.What, c.Owner, c.Law, Shown.Day(c.StartedOn), Shown.Day(c.DueOn), Shown.Day(c.StoppedOn) }));
        Table(page, "经过", ["时间", "做什么", "谁", "说明"], view.Steps.Select(s => new[] { Shown.Instant(s.At), s.Act, $"{s.Person} {s.Unit}{(s.SignOff is { OnPaper: true } signed ? $"（线下签批：{signed.Signer}，{Shown.Day(signed.SignedOn)}）" : "")}", s.Note }));
        if (minutes.Count > 0) Table(page, "会商纪要", ["纪要文号", "会商日期", "结论", "说明"], minutes.Select(m => new[] { m.Number, Shown.Day(m.MetOn), m.Outcome, m.Conclusion }));
        if (view.Disposal is { } d)
            Table(page, "使用和处置记录", ["项目", "内容"], [["使用场景", d.Scene], ["使用过程", d.Course], ["应用成效", d.Effect], ["存储情况", d.Storage], ["销毁情况", d.Destruction], ["处置日期", Shown.Day(d.DestroyedOn)]]);
        page.Append("<h2>文件</h2><table><thead><tr><th>文件</th><th>字节</th><th>SHA-256</th></tr></thead><tbody>");
        foreach (var file in files) page.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"{E(string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString)))}\">{E(file.Path)}</a></td><td>{file.Bytes}</td><td><code>{file.Sha256}</code></td></tr>");
        return page.Append("</tbody></table></body></html>").ToString();
    }

    private static void Table(StringBuilder page, string title, string[] heads, IEnumerable<string[]> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{E(title)}</h2><table><thead><tr>{string.Concat(heads.Select(h => $"<th>{E(h)}</th>"))}</tr></thead><tbody>");
        foreach (var row in rows) page.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select(c => $"<td>{E(c)}</td>"))}</tr>");
        page.Append("</tbody></table>");
    }

    private static string E(string text) => Html.Encode(text);
}
