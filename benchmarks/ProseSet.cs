using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Qingdan.Bench;

/// <summary>A judged description.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Held">True when errors in it were not looked at while the rules were made.</param>
/// <param name="Text">The description, trimmed.</param>
/// <param name="Items">The items it names: where each stands.</param>
internal sealed record JudgedProse(string Number, bool Held, string Text, IReadOnlySet<(int Start, int Length)> Items);

/// <summary>The descriptions of <c>benchmarks/prose</c>, joined with the shared data.</summary>
internal static class ProseSet
{
    private static readonly string[] Columns = ["描述", "資料集描述"];

    /// <summary>All of them; a text that is not the one that was judged is an error.</summary>
    public static IReadOnlyList<JudgedProse> Read(string data)
    {
        var lines = File.ReadLines(Path.Combine("benchmarks", "prose", "descriptions.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
        var files = lines.Select(l => l[3]).Distinct().ToDictionary(f => f, f => Descriptions(Path.Combine(data, f)));
        return lines.ConvertAll(l => Of(l, files[l[3]][int.Parse(l[4], CultureInfo.InvariantCulture) - 1]));
    }

    private static JudgedProse Of(string[] line, string text)
    {
        if (!Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))).StartsWith(line[5], StringComparison.Ordinal))
            throw new InvalidOperationException($"Row {line[4]} of {line[3]} is not the text that was judged.");
        var items = line[6].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':')).Select(p => (int.Parse(p[0], CultureInfo.InvariantCulture), int.Parse(p[1], CultureInfo.InvariantCulture)));
        return new JudgedProse(line[0], line[1] == "held", text, items.ToHashSet());
    }

    private static List<string> Descriptions(string file) => [.. CsvFile.Read(file).Select(row => row[Columns.First(row.ContainsKey)].Trim())];
}
