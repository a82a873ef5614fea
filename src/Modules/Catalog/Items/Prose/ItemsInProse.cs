using System.Buffers;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>A 数据项 that a text names.</summary>
/// <param name="Name">As it stands there.</param>
/// <param name="Start">Where it stands.</param>
/// <param name="Length">How many characters.</param>
public sealed record NamedItem(string Name, int Start, int Length);

/// <summary>
/// Reads the 数据项 that a 摘要 names in prose: 主要包括企业名称、法定代表人等信息. It proposes, people confirm; so it rather leaves out than guesses.
/// A text is cut at sentences, a sentence at what announces an enumeration; each enumeration is taken or left as a whole.
/// </summary>
internal static class ItemsInProse
{
    /// <summary>Most that is proposed of one text, and most that is read of it.</summary>
    public const int MostItems = 100, MostText = 20_000;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。!！?？\n\r\u0085\u2028\u2029");

    /// <summary>The names in their order, each once.</summary>
    public static IReadOnlyList<NamedItem> Read(string text)
    {
        if (text.Length > MostText) text = text[..MostText];
        // Places stay: each character is compared as itself, simplified and narrow.
        var alike = Bigrams.Alike(text);
        var (found, seen) = (new List<NamedItem>(), new HashSet<string>(StringComparer.Ordinal));
        for (var start = 0; start < alike.Length && found.Count < MostItems;)
        {
            var length = alike.AsSpan(start).IndexOfAny(SentenceEnds);
            var end = length < 0 ? alike.Length : start + length;
            foreach (var span in InSentence(alike, start, end))
                if (found.Count < MostItems && seen.Add(alike[span.Start..span.End])) found.Add(new NamedItem(text[span.Start..span.End], span.Start, span.End - span.Start));
            start = end + 1;
        }
        return found;
    }

    // With several cues in one sentence the enumeration of each ends where the next begins.
    private static List<ProseSpan> InSentence(string text, int start, int end)
    {
        var (found, run) = (new List<ProseSpan>(), -1);
        for (var i = start; i < end; i++)
        {
            var cue = ProseWords.Cue(text.AsSpan(start, end - start), i - start);
            if (cue == 0) continue;
            if (run >= 0) found.AddRange(Enumeration.Read(text, run, i, announced: true));
            run = i + cue;
            i = run - 1;
        }
        found.AddRange(run < 0 ? Enumeration.Read(text, start, end, announced: false) : Enumeration.Read(text, Math.Min(run, end), end, announced: true));
        return found;
    }
}
