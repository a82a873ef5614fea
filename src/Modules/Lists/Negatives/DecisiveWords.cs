using System.Text.RegularExpressions;

namespace Qingdan.Lists.Negatives;

/// <summary>A stretch of a clause; <paramref name="Decisive"/> when a ban or a duty of confidentiality is worded in it.</summary>
public sealed record ClausePart(string Text, bool Decisive);

/// <summary>
/// Finds the words on which a clause turns. A ban on giving (不得提供, 不得用于…以外的目的) differs from a duty of confidentiality
/// (保密, 不得泄露): the second does not say that other departments may not have the data. A reading aid; people decide.
/// </summary>
internal static partial class DecisiveWords
{
    /// <summary>The clause cut at its decisive words; joined it is the clause again.</summary>
    public static IReadOnlyList<ClausePart> Split(string clause)
    {
        var parts = new List<ClausePart>();
        var at = 0;
        foreach (Match match in Decisive().Matches(clause))
        {
            if (match.Index > at) parts.Add(new ClausePart(clause[at..match.Index], false));
            parts.Add(new ClausePart(match.Value, true));
            at = match.Index + match.Length;
        }
        if (at < clause.Length) parts.Add(new ClausePart(clause[at..], false));
        return parts;
    }

    /// <summary>The clause cut at the words that somebody has named; joined it is the clause again.</summary>
    public static IReadOnlyList<ClausePart> Mark(string clause, string words) => words.Length > 0 && clause.IndexOf(words, StringComparison.Ordinal) is var at and >= 0
        ? [.. new ClausePart[] { new(clause[..at], false), new(words, true), new(clause[(at + words.Length)..], false) }.Where(p => p.Text.Length > 0)]
        : [new ClausePart(clause, false)];

    /// <summary>What the wording suggests.</summary>
    public static BanKind Suggest(string clause) =>
        Ban().IsMatch(clause) ? BanKind.Express : Confidentiality().IsMatch(clause) ? BanKind.ConfidentialityDuty : BanKind.Undecided;

    private const string GivingBan = @"(?:任何单位和个人)?(?:均|一律)?(?:不得|不准|禁止|严禁)[^，。；、\n]{0,12}?(?:提供|共享|查询|查阅|用于[^，。；\n]{0,20}以外)[^，。；\n]{0,16}";
    private const string Secrecy = @"(?:(?:应当|予以|依法|给予|负有)[^，。；、\n]{0,14}?)?(?:保密|不得泄露|不得公开|不得披露|不得非法向他人提供)[^，。；、\n]{0,6}";

    [GeneratedRegex(GivingBan + "|" + Secrecy)]
    private static partial Regex Decisive();

    [GeneratedRegex(GivingBan)]
    private static partial Regex Ban();

    [GeneratedRegex(@"保密|不得泄露|不得公开|不得披露")]
    private static partial Regex Confidentiality();
}
