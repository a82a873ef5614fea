using System.Text.RegularExpressions;
using Qingdan.Standards.LegalBases;

namespace Qingdan.Standards.Contracts.LegalBases;

/// <summary>Which laws a text cites, whatever their version: 《…》 by their names; a text without such marks by what stands before the article. Pure.</summary>
public static partial class Citation
{
    /// <summary>The part of a law's name that a text which cites it holds, for a statement that reads few rows; <see cref="Cites"/> decides.</summary>
    public static string Part(string law) => Bare().Replace(law.Trim().Trim('《', '》'), "").Replace("中华人民共和国", "", StringComparison.Ordinal).Trim();

    /// <summary>True when the text cites the law: 统计法 is not cited by who cites its 实施条例.</summary>
    public static bool Cites(string text, string law) => Laws(text).Contains(Key(law));

    /// <summary>The laws that a text cites, by their <see cref="Key"/>.</summary>
    public static IReadOnlySet<string> Laws(string text)
    {
        var marked = Marked().Matches(text).Select(m => m.Groups[1].Value).ToList();
        return (marked.Count > 0 ? marked : Pieces(text)).Select(Key).Where(k => k.Length > 0).ToHashSet();
    }

    /// <summary>What all versions of a law have in common.</summary>
    public static string Key(string law) => Succession.BaseName(law);

    /// <summary>The articles (条) that a text names: 第二十八条第一款 is 28; what cannot be read is left out.</summary>
    public static IEnumerable<int> Articles(string text) => Number().Matches(text).Select(m => ArticleNumber.Of(m.Value)).OfType<int>();

    private static List<string> Pieces(string text) =>
        [.. text.Split(['、', '；', ';', '，', ',', '。', '\n', '和'], StringSplitOptions.RemoveEmptyEntries).Select(piece => Article().Replace(piece, "").Trim())];

    [GeneratedRegex("第[一二三四五六七八九十百零〇\\d]+条")]
    private static partial Regex Number();

    [GeneratedRegex("《([^《》]+)》")]
    private static partial Regex Marked();

    [GeneratedRegex("第[一二三四五六七八九十百零〇\\d]+条.*$", RegexOptions.Singleline)]
    private static partial Regex Article();

    [GeneratedRegex(@"\s*[(（][^)）]*\d{4}[^)）]*[)）]\s*$")]
    private static partial Regex Bare();
}
