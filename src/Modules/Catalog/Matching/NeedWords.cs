using System.Text.Json;

namespace Qingdan.Catalog.Matching;

/// <summary>
/// What sentences of need say whatever is needed: 应当, 提供, 共享, 机制. The catalogue itself seldom says it, so its rarity there would count for much.
/// Counted, not chosen: of a thousand sentences, in how many a term stands (see benchmarks/RESULTS.md).
/// </summary>
internal static class NeedWords
{
    // A term of every twentieth sentence counts half.
    private const double Half = 50;

    private static readonly Dictionary<string, int> InThousand = Load();

    /// <summary>1 for a term that says what is needed, near 0 for one of nearly all sentences.</summary>
    public static double Weight(string term)
    {
        var often = InThousand.GetValueOrDefault(term) / Half;
        return 1 / (1 + (often * often));
    }

    private static Dictionary<string, int> Load()
    {
        using var stream = typeof(NeedWords).Assembly.GetManifestResourceStream("Qingdan.Catalog.Matching.Data.need-words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, int>>(stream)!;
    }
}
