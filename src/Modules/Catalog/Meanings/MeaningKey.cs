using System.Collections.Frozen;
using System.Text.Json;
using Qingdan.Catalog.Contracts;

namespace Qingdan.Catalog.Meanings;

/// <summary>By what two items mean the same: their names without spaces, punctuation, and the words that every name may end with. Names that mean nothing by themselves (名称, 编号) have no key: <c>Data/generic-names.json</c> says why.</summary>
internal static class MeaningKey
{
    // A longer text is a sentence.
    private const int Longest = 60;

    private static readonly string[] Fillers = ["信息", "数据", "情况"];
    private static readonly FrozenSet<string> Generic = Load();

    /// <summary>The key of an item's name; null when the name alone says no meaning.</summary>
    public static string? Of(string name)
    {
        var key = NameKey.Of(name);
        while (Array.Find(Fillers, filler => key.EndsWith(filler, StringComparison.Ordinal)) is { } filler) key = key[..^filler.Length];
        return key.Length is < 2 or > Longest || key.All(char.IsDigit) || Generic.Contains(key) ? null : key;
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(MeaningKey).Assembly.GetManifestResourceStream("Qingdan.Catalog.Meanings.Data.generic-names.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!["names"].Split(' ').ToFrozenSet();
    }
}
