using System.Text.Json;
using System.Text.RegularExpressions;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Unit.Language;

/// <summary>Finds every Chinese text in the source, and the English of all modules.</summary>
internal static partial class SourceTexts
{
    private static readonly string Source = Checkout.Path("src");

    /// <summary>Chinese → English, of all <c>en.json</c>.</summary>
    public static ILookup<string, string> English() => Files("en.json")
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
        .ToLookup(pair => pair.Key, pair => pair.Value);

    /// <summary>Text and where it stands, but for <see cref="ChineseData"/> and what says its English itself.</summary>
    public static IEnumerable<(string Text, string Place)> All() =>
        from file in Files("*.cs").Concat(Files("*.razor"))
        let place = Place(file)
        where !ChineseData.Holds(place)
        from text in file.EndsWith(".cs", StringComparison.Ordinal) ? OfCode(File.ReadAllText(file)) : OfPage(File.ReadAllText(file))
        where Chinese().IsMatch(text) && !Bilingual().IsMatch(text)
        select (text, place);

    /// <summary>String literals, without those in comments. An interpolated text comes with its <c>$</c>: it has no English.</summary>
    public static IEnumerable<string> OfCode(string code) =>
        from match in Token().Matches(code)
        where match.Groups["text"].Success || match.Groups["escaped"].Success
        let text = match.Groups["escaped"].Success ? Regex.Unescape(match.Groups["escaped"].Value) : match.Groups["text"].Value
        select match.Value.StartsWith('$') ? $"${text}" : text;

    /// <summary>What stands between two quotation marks. They nest there, so texts are not told from code; but code is not Chinese.</summary>
    public static IEnumerable<string> OfPage(string page) => Quoted().Matches(PageComment().Replace(page, "")).Select(m => Regex.Unescape(m.Value));

    /// <summary>Exceptions without a file.</summary>
    public static IEnumerable<string> StaleExceptions() => ChineseData.Stale([.. Files("*.cs").Concat(Files("*.razor")).Select(Place)]);

    private static string Place(string file) => Path.GetRelativePath(Source, file).Replace('\\', '/');

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));

    [GeneratedRegex("""
        //[^\n]* | /\*.*?\*/ | '(?:\\.|[^'\\\n])+'
        | \$*\"\"\"+(?<text>.*?)\"\"\"+ | (?:@\$?|\$@)"(?<text>(?:""|[^"])*)" | \$?"(?<escaped>(?:\\.|[^"\\\n])*)"
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex("""(?<=")(?:[^"\\\n]|\\.)*\p{IsCJKUnifiedIdeographs}(?:[^"\\\n]|\\.)*(?=")""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"@\*.*?\*@|^\s*//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex PageComment();

    /// <summary>「检查 / check」, as the help of the command line has it.</summary>
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}.* / .*[a-z]{3}|^(清单 Qingdan|Qingdan 清单|语言 Language|\$清单 Qingdan: \{.*\})$")]
    private static partial Regex Bilingual();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
