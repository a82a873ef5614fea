using System.Text.Json;
using Qingdan.Platform.Results;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>Reads laws from JSON in the shape of the program's own files (<c>Data/legal-bases-*.json</c>); rows are places in the array.</summary>
internal static class LawJson
{
    private static readonly (string Key, string Column)[] Keys =
    [
        ("name", LawColumns.Name), ("level", LawColumns.Level), ("issuer", LawColumns.Issuer), ("number", LawColumns.Number), ("promulgatedOn", LawColumns.Promulgated),
        ("effectiveOn", LawColumns.Effective), ("state", LawColumns.State), ("endedOn", LawColumns.Ended), ("replaces", LawColumns.Replaces), ("source", LawColumns.Source), ("code", "code"),
    ];

    private static readonly Fault Shape = new("standards.law-import.json", "文件不是所要的 JSON：应是一个数组，每部法规一个对象，条款在 clauses 数组里。", "file");

    /// <summary>True for a file that begins like JSON.</summary>
    public static bool IsJson(Stream stream)
    {
        stream.Position = 0;
        int first;
        do first = stream.ReadByte();
        while (first is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF);
        stream.Position = 0;
        return first is '[' or '{';
    }

    /// <summary>The laws in the order of the file.</summary>
    public static (List<LawText> Laws, List<Fault> Faults) Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Array) return ([], [Shape]);
            var laws = document.RootElement.EnumerateArray().Select((law, i) => Law(law, i + 1)).ToList();
            return laws.Contains(null) ? ([], [Shape]) : ([.. laws.OfType<LawText>()], []);
        }
        catch (JsonException)
        {
            return ([], [Shape]);
        }
    }

    private static LawText? Law(JsonElement law, int place)
    {
        if (law.ValueKind != JsonValueKind.Object) return null;
        List<ClauseText> clauses = [];
        if (law.TryGetProperty("clauses", out var listed))
        {
            if (listed.ValueKind != JsonValueKind.Array || listed.EnumerateArray().Any(c => c.ValueKind != JsonValueKind.Object)) return null;
            clauses = [.. listed.EnumerateArray().Select(c => new ClauseText(place, Text(c, "article"), Text(c, "text"), Text(c, "ban"), Text(c, "note")))];
        }
        return new(place, Keys.ToDictionary(k => k.Column, k => Text(law, k.Key)), clauses);
    }

    private static string Text(JsonElement of, string key) => !of.TryGetProperty(key, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object ? "" : value.ToString();
}
