using System.Collections.Immutable;
using System.Text;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Projection;

/// <summary>
/// A place in a JSON document: a subset of JSONPath (RFC 9535) that can be decided while reading forwards, see docs/EXCHANGE.md. It has names (<c>.name</c>, <c>['any name']</c>) and each element of an array (<c>[*]</c>), nothing else.
/// Names are compared as they are, code point by code point; <c>[*]</c> goes into arrays only.
/// </summary>
/// <param name="Absolute">From the root (<c>$</c>); otherwise from a row (<c>@</c>, or nothing).</param>
/// <param name="Steps">From outside to inside: a name, or null for each element.</param>
internal sealed record JsonPath(bool Absolute, ImmutableArray<string?> Steps)
{
    private const int LongestPath = 1000, MostSteps = 32;

    /// <summary>Reads a path.</summary>
    public static Result<JsonPath> Parse(string text, string field)
    {
        if (text.Length == 0) return new Fault("exchange.path.empty", "请填写路径，例如 $.data.list[*] 或 person.name。", field);
        // Half a surrogate pair is no text and could not be written either.
        if (text.EnumerateRunes().Contains(Rune.ReplacementChar)) return new Fault("exchange.path.text", "路径里有不合法的字符。", field);
        if (text.Length > LongestPath) return new Fault("exchange.path.long", "路径过长，最多 {0} 个字符。", field, FaultKind.Invalid, LongestPath);
        var (place, steps) = (0, ImmutableArray.CreateBuilder<string?>());
        var absolute = text[0] == '$';
        if (absolute || text[0] == '@') place++;
        // A relative path may begin with a bare name.
        else if (text[0] is not '[' and not '.') steps.Add(Shorthand(text, ref place));
        while (place < text.Length && (steps.Count == 0 || steps[^1] is not ""))
            steps.Add(text[place] switch { '.' => Dotted(text, ref place), '[' => Bracketed(text, ref place), _ => "" });
        if (steps.Contains("")) return new Fault("exchange.path.syntax", "路径「{0}」第 {1} 个字符处读不懂：只能用 .名称、['名称'] 和 [*]。", field, FaultKind.Invalid, text, place + 1);
        return steps.Count > MostSteps ? new Fault("exchange.path.deep", "路径层数过多，最多 {0} 层。", field, FaultKind.Invalid, MostSteps) : new JsonPath(absolute, steps.ToImmutable());
    }

    /// <summary>As one writes it, in its shortest form.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Absolute ? "$" : "");
        foreach (var step in Steps)
        {
            var at = 0;
            if (step is null) text.Append("[*]");
            else if (Shorthand(step, ref at) == step) text.Append(text.Length > 0 ? "." : "").Append(step);
            else text.Append("['").Append(step.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
        }
        return text.Length == 0 ? "@" : text.ToString();
    }

    private static string Dotted(string text, ref int place)
    {
        place++;
        return Shorthand(text, ref place);
    }

    // RFC 9535, 2.5.1.1: letters, digits, underscore and all beyond ASCII, a digit not first. Empty when there is none.
    private static string Shorthand(string text, ref int place)
    {
        var from = place;
        while (place < text.Length && (char.IsAsciiLetter(text[place]) || text[place] is '_' or >= '\u0080' || (place > from && char.IsAsciiDigit(text[place])))) place++;
        return text[from..place];
    }

    // Empty for what is neither [*] nor a quoted name that is not empty.
    private static string? Bracketed(string text, ref int place)
    {
        if (text.AsSpan(place).StartsWith("[*]", StringComparison.Ordinal))
        {
            place += 3;
            return null;
        }
        var from = place;
        if (++place >= text.Length || text[place] is not ('\'' or '"')) return "";
        var (quote, name) = (text[place++], new StringBuilder());
        while (place < text.Length && text[place] != quote)
        {
            if (text[place] == '\\' && (++place >= text.Length || text[place] is not ('\\' or '\'' or '"'))) return "";
            name.Append(text[place++]);
        }
        if (!text.AsSpan(Math.Min(place + 1, text.Length)).StartsWith("]", StringComparison.Ordinal))
        {
            place = from;
            return "";
        }
        place += 2;
        return name.ToString();
    }
}
