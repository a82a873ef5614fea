using Qingdan.Platform.Language;
using Qingdan.Records.Rounds.Api;
using Qingdan.Records.Rounds.Returns;

namespace Qingdan.Records.Rounds.Verbs;

/// <summary>What <c>round return --json</c> prints.</summary>
/// <param name="Returns">One for each workbook that was taken in, with its faulty rows.</param>
/// <param name="Faults">Why others were not, or could not be taken over; absent when there are none.</param>
internal sealed record ReturnsAnswer(IReadOnlyList<ReturnAnswer> Returns, IReadOnlyList<ReturnRefusal>? Faults)
{
    private const int MostRows = 20;

    /// <summary>The same for a person.</summary>
    public void Print(TextWriter output, ReportTables tables, Translator t)
    {
        foreach (var answer in Returns) Print(answer, t[tables[answer.Table].Name], output, t);
    }

    private static void Print(ReturnAnswer a, string table, TextWriter output, Translator t)
    {
        output.WriteLine(t["{0}：{1} {2}，{3}（编号 {4}）", a.FileName, a.Unit, table, t[a.State.Text()], $"{a.Id}"]);
        foreach (var note in a.Notes) output.WriteLine($"  {note}");
        if (a.State == ReturnState.Unmapped) output.WriteLine($"  {t["有的列认不出来，请在页面上对应列。"]}");
        if (a.Figures is not { } f) return;
        output.WriteLine(t["  读入 {0} 行：变更 {1}，新增 {2}，改名 {3}，删除 {4}，未变 {5}，有问题 {6}", f.Rows, f.Changed, f.Added, f.Renamed, f.Removed, f.Same, f.Faulty]);
        foreach (var row in a.Rows.Take(MostRows))
            foreach (var fault in row.Faults) output.WriteLine(t["  第 {0} 行 {1}：{2}", row.Number, row.Name, fault.Message]);
        if (f.Faulty > MostRows) output.WriteLine(t["  另有 {0} 行有问题，见原样回执。", f.Faulty - MostRows]);
    }
}

/// <summary>Why a file was refused, or not taken over.</summary>
internal sealed record ReturnRefusal(string File, string Code, string? Field, string Message);
