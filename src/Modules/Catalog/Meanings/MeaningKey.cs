using System.Collections.Frozen;
using System.Text.Json;
using Qingdan.Catalog.Contracts;

namespace Qingdan.Catalog.Meanings;

/// <summary>By what two items mean the same: their names without spaces, punctuation, and the words that every name may end with. Names that mean nothing by themselves (名称, 编号) have no key: <c>Data/generic-names.json</c> says why.</summary>
internal static class MeaningKey
{
    // A longer text is a sentence.
    private const int Longest = 60;

    private static readonly Dictionary<string, string[]> Words = Load();
    private static readonly FrozenSet<string> Generic = Words["names"].ToFrozenSet();

    /// <summary>The key of an item's name; null when the name alone says no meaning.</summary>
    public static string? Of(string name)
    {
        var key = NameKey.Of(name);
        while (Array.Find(Words["endings"], word => key.EndsWith(word, StringComparison.Ordinal)) is { } word) key = key[..^word.Length];
        return key.Length is < 2 or > Longest || key.All(char.IsDigit) || Generic.Contains(key) ? null : key;
    }

    private static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(MeaningKey).Assembly.GetManifestResourceStream("Qingdan.Catalog.Meanings.Data.generic-names.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToDictionary(w => w.Key, w => w.Value.Split(' '));
    }
}
