using System.Globalization;

namespace Qingdan.Catalog.Similar;

/// <summary>
/// Min-hashes of a set of words: of two sets each agrees with a probability that is the share of what they have in common. Equal on every machine and for ever, since keys are stored.
/// </summary>
internal static class Print
{
    /// <summary>Bands, and min-hashes a band: sets that share nine of ten words meet in a band almost always, those that share a third seldom.</summary>
    public const int Bands = 4, Rows = 3;

    /// <summary>The min-hashes of a set; all 0 for an empty one.</summary>
    public static ulong[] Of(IReadOnlyCollection<string> words)
    {
        var least = new ulong[Bands * Rows];
        if (words.Count == 0) return least;
        Array.Fill(least, ulong.MaxValue);
        foreach (var word in words)
        {
            var hash = Hash(word);
            for (var i = 0; i < least.Length; i++) least[i] = Math.Min(least[i], Mix(hash + ((ulong)i * 0x9E3779B97F4A7C15)));
        }
        return least;
    }

    /// <summary>A key for each band of a set's min-hashes.</summary>
    public static IEnumerable<long> Keys(ulong[] least)
    {
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band + 1;
            foreach (var hash in least.AsSpan(band * Rows, Rows)) key = Mix(key ^ hash);
            yield return (long)key;
        }
    }

    /// <summary>The key of a name.</summary>
    public static long Key(string name) => (long)Mix(Hash(name));

    /// <summary>As it is stored: the lower half of each says enough.</summary>
    public static string Text(ulong[] least) => string.Join(' ', least.Select(hash => ((uint)hash).ToString("x", CultureInfo.InvariantCulture)));

    /// <summary>True when less than half is as it was.</summary>
    public static bool FarFrom(this string now, string then) => now != then && now.Split(' ').Zip(then.Split(' ')).Count(p => p.First == p.Second) * 2 < Bands * Rows;

    // FNV-1a over the characters, and the finish of SplitMix64.
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037;
        foreach (var c in word) hash = (hash ^ c) * 1099511628211;
        return Mix(hash);
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
