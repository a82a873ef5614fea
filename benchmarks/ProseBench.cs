using System.Globalization;
using Qingdan.Catalog.Items.Prose;

namespace Qingdan.Bench;

/// <summary>How good the reading of 数据项 from prose is. Measures no time and needs no store.</summary>
internal static class ProseBench
{
    private static readonly string[] Halves = ["tuned", "held", "all"];

    /// <summary>Prints precision, recall and F1 over items, by place, and the share of descriptions that are exactly right.</summary>
    public static async Task Run(string data)
    {
        var judged = ProseSet.Read(data);
        var found = judged.ToDictionary(j => j, j => ItemsInProse.Read(j.Text).Select(i => (i.Start, i.Length)).ToHashSet());
        Console.WriteLine("| half | descriptions | items | proposed | right | precision | recall | F1 | exactly right |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var half in Halves) Console.WriteLine(Figures(half, [.. judged.Where(j => half == "all" || j.Held == (half == "held"))], found));
        // What was wrong in the tuned half, for whoever goes on; the held half stays unseen.
        Directory.CreateDirectory("artifacts");
        await File.WriteAllLinesAsync(Path.Combine("artifacts", "prose-tuned.tsv"), judged.Where(j => !j.Held && !found[j].SetEquals(j.Items))
            .Select(j => $"{j.Number}\t{Names(j, found[j].Except(j.Items))}\t{Names(j, j.Items.Except(found[j]))}\t{j.Text.ReplaceLineEndings(" ")}"));
    }

    private static string Figures(string half, IReadOnlyList<JudgedProse> judged, Dictionary<JudgedProse, HashSet<(int, int)>> found)
    {
        double items = judged.Sum(j => j.Items.Count), proposed = judged.Sum(j => found[j].Count), right = judged.Sum(j => found[j].Count(j.Items.Contains));
        var (precision, recall) = (right / proposed, right / items);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {half} | {judged.Count} | {items} | {proposed} | {right} | {precision:0.000} | {recall:0.000} | {2 * precision * recall / (precision + recall):0.000} | {judged.Average(j => found[j].SetEquals(j.Items) ? 1.0 : 0):0.00} |");
    }

    private static string Names(JudgedProse judged, IEnumerable<(int Start, int Length)> places) => string.Join('、', places.Order().Select(p => judged.Text.Substring(p.Start, p.Length)));
}
