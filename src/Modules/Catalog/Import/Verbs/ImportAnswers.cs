using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Views;
using Qingdan.Platform.Language;

namespace Qingdan.Catalog.Import.Verbs;

/// <summary>What <c>import --json</c> prints.</summary>
/// <param name="Imports">One for each file that was taken in.</param>
/// <param name="Faults">Why the others were not; absent when there are none.</param>
internal sealed record ImportAnswers(IReadOnlyList<ImportAnswer> Imports, IReadOnlyList<ImportRefusal>? Faults)
{
    /// <summary>The same for a person.</summary>
    public void Print(TextWriter output, Translator t)
    {
        foreach (var answer in Imports) Print(answer, output, t);
    }

    private static void Print(ImportAnswer a, TextWriter output, Translator t)
    {
        var f = a.Figures;
        output.WriteLine(t["{0}：{1}（批次 {2}）", a.FileName, a.State.Text(), $"{a.Id}"]);
        foreach (var note in a.FileNotes) output.WriteLine($"  {note}");
        output.WriteLine(t["  读入 {0} 行：新增 {1}，变更 {2}，未变 {3}，并入 {4}，重复 {5}，不能导入 {6}，有格不能用 {7}", f.Rows, f.New, f.Changed, f.Same, f.Joined, f.Repeats, f.Refused, f.FaultyCells]);
        if (a.State == ImportState.Done) output.WriteLine(t["  写入：新增目录 {0} 个，变更目录 {1} 个", f.Created, f.Updated]);
        if (a.State == ImportState.Undone && f.Kept > 0) output.WriteLine(t["  有 {0} 个目录导入之后有人改过，保留", f.Kept]);
        if (a.NewProviders.Count > 0) output.WriteLine(t["  待确认的新单位：{0}", string.Join('、', a.NewProviders.Take(10))]);
        foreach (var note in a.Notes.Take(10)) output.WriteLine($"  {note.Count,8:N0}  {note.Code}: {note.Message}");
        if (a.Note is not null) output.WriteLine($"  {a.Note}");
    }
}

/// <summary>Why a file, or the undoing of a batch, was refused.</summary>
internal sealed record ImportRefusal(string File, string Code, string? Field, string Message);
