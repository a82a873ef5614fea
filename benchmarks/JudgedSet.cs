using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Qingdan.Bench;

/// <summary>A judged statement.</summary>
/// <param name="Id">P or C with the row.</param>
/// <param name="Held">True when it was not looked at while the ranking was tuned.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Grades">Grade by resource; what was not read is missing.</param>
internal sealed record Judged(string Id, bool Held, string Text, IReadOnlyDictionary<string, int> Grades);

/// <summary>A resource of the real catalogues.</summary>
internal sealed record RealResource(string Key, string Name, string Provider, string Summary, IReadOnlyList<string> Items);

/// <summary>The statements and resources of <c>benchmarks/matching</c>, joined with the shared data.</summary>
internal static partial class JudgedSet
{
    /// <summary>All judged statements.</summary>
    public static IReadOnlyList<Judged> Statements(string data)
    {
        var texts = Texts(data);
        var grades = Lines("answers.tsv").SelectMany(l => l[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => (Id: l[0], Key: key, Grade: l[1][0] - '0'))).ToLookup(g => g.Id);
        return [.. Lines("statements.tsv").Select(l => new Judged(l[0], l[1] == "held", texts[l[0]], grades[l[0]].ToDictionary(g => g.Key, g => g.Grade)))];
    }

    /// <summary>The resources, each pair of provider and name once.</summary>
    public static IReadOnlyList<RealResource> Resources(string data)
    {
        var all = new Dictionary<string, RealResource>();
        foreach (var file in Directory.GetFiles(Path.Combine(data, "cn-portals-2023", "combined"), "*.csv").Order(StringComparer.Ordinal))
            foreach (var row in CsvFile.Read(file)) Add(row["名称"], row["提供部门"], row["描述"] == row["名称"] ? "" : row["描述"], []);
        foreach (var file in Directory.GetFiles(Path.Combine(data, "tw-counties-2018", "csv"), "*.csv").Order(StringComparer.Ordinal))
            foreach (var row in CsvFile.Read(file)) Add(row["資料集名稱"], row["資料來源(部會單位)"], "", [.. Between().Split(row["主要欄位"]).Select(i => i.Trim()).Where(i => i.Length > 0)]);
        return [.. all.Values];

        void Add(string name, string provider, string summary, string[] items)
        {
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider}\n{name}")))[..12];
            if (name.Length > 0) all.TryAdd(key, new RealResource(key, name, provider, summary, items));
        }
    }

    // A published row as a sentence, as somebody would say it.
    private static Dictionary<string, string> Texts(string data)
    {
        var folder = Path.Combine(data, "demand-statements");
        var published = CsvFile.Read(Path.Combine(folder, "published_lists.csv"))
            .Select((r, i) => ($"P{i + 1}", $"{r["使用部门"]}需要{r["提供部门"]}提供{r["所需数据"]}{(r["具体内容"].Length > 0 ? $"（{r["具体内容"]}）" : "")}，用于{r["用途"]}"));
        return published.Concat(CsvFile.Read(Path.Combine(folder, "statutory_sharing_clauses.csv")).Select((r, i) => ($"C{i + 1}", r["条文"]))).ToDictionary(s => s.Item1, s => s.Item2);
    }

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Path.Combine("benchmarks", "matching", file)).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));

    [GeneratedRegex("[、,，;；\n]+")]
    private static partial Regex Between();
}
