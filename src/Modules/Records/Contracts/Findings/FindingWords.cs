using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Records.Contracts.Findings;

/// <summary>Findings in words.</summary>
public static class FindingWords
{
    /// <summary>The finding as a sentence in the reader's language; terms parted by 、 are translated one by one.</summary>
    public static string Sentence(Translator t, string text, IReadOnlyList<string> args) =>
        t[text, [.. args.Select(a => (object?)string.Join(t["、"], a.Split('、').Select(part => t[part])))]];

    /// <summary>The severity as shown.</summary>
    public static string Text(this Severity severity) => severity switch
    {
        Severity.Severe => "严重",
        Severity.Warning => "警告",
        _ => "提示",
    };

    /// <summary>The colour of a severity.</summary>
    public static Tone Tone(this Severity severity) => severity switch
    {
        Severity.Severe => Platform.Web.Tone.Bad,
        Severity.Warning => Platform.Web.Tone.Warn,
        _ => Platform.Web.Tone.Info,
    };
}
