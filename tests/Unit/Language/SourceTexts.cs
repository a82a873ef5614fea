using System.Text.Json;
using System.Text.RegularExpressions;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Unit.Language;

/// <summary>Finds in the source every text that can reach a person, and the English of all modules.</summary>
internal static partial class SourceTexts
{
    private static readonly string Source = Checkout.Path("src");

    /// <summary>Chinese → English, of all <c>en.json</c>.</summary>
    public static ILookup<string, string> English() => Files("en.json")
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
        .ToLookup(pair => pair.Key, pair => pair.Value);

    /// <summary>Text and where it stands.</summary>
    public static IEnumerable<(string Text, string Place)> All() =>
        from file in Files("*.cs").Concat(Files("*.razor"))
        from match in Shown().Matches(Comment().Replace(File.ReadAllText(file), ""))
        let text = Regex.Unescape(match.Groups["text"].Value)
        where Chinese().IsMatch(text)
        select (text, Path.GetRelativePath(Source, file));

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));

    /// <summary>T["…"], new Fault("code", "…"), new AuditAction("code", "…"), navigation, footer and checkups.</summary>
    [GeneratedRegex("""
        (?: \b[Tt]\[ | new\s+(?:Fault|AuditAction)\(\s*"[^"]*",\s* | AddNav\([^,"]+,\s* | new\s+FooterText\( | new\s+CheckupReport\( | new\s+NavSection\(\d+,\s* | public\s+static\s+(?:readonly\s+)?AuditAction\s+\w+\s*(?:\{[^}]*\}\s*)?=\s*new\(\s*"[^"]*",\s* | public\s+static\s+NavSection\s+\w+\s*\{[^}]*\}\s*=\s*new\(\d+,\s* )
        "(?<text>(?:[^"\\]|\\.)*)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
