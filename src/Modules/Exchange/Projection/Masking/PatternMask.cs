using System.Text.RegularExpressions;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Projection.Masking;

/// <summary>
/// Masks by an expression for the whole value and what stands for it: <c>(\d{4})\d+(\d{2})</c> and <c>$1****$2</c>. Only what the replacement names of the expression's groups leaves, so a value that does not fit leaves nothing.
/// The expression is matched without backtracking (linear time) and within <see cref="Time"/>.
/// </summary>
internal sealed partial class PatternMask : Mask
{
    private const int Longest = 500;
    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(100);
    private readonly Regex _expression;
    private readonly string _replacement;

    private PatternMask(Regex expression, string replacement) => (_expression, _replacement) = (expression, replacement);

    /// <summary>Compiles it, or says why not.</summary>
    public static Result<Mask> Compile(string pattern, string replacement, string field)
    {
        if (pattern.Length is 0 or > Longest || replacement.Length > Longest) return new Fault("exchange.mask.length", "自定脱敏规则要有表达式，表达式和替换文字都不超过 {0} 个字。", field, FaultKind.Invalid, Longest);
        if (WholeValue().IsMatch(replacement)) return new Fault("exchange.mask.replacement", "替换文字只能引用表达式里的分组（$1、$2），不能引用整个值。", field);
        try
        {
            // By itself first: it must not close the group that is put around it.
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Time);
            return new PatternMask(new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Time), replacement);
        }
        // The framework says in two ways that it cannot use an expression: wrong, and in need of backtracking.
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return new Fault("exchange.mask.pattern", "自定脱敏规则的表达式无法使用：写法有误，或者用了回溯才能判断的写法。", field);
        }
    }

    public override ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> room)
    {
        try
        {
            return _expression.Match(value.ToString()) is { Success: true } found ? found.Result(_replacement) : Whole;
        }
        catch (RegexMatchTimeoutException)
        {
            return Whole;
        }
    }

    // $&, $0, $_, $` and $' stand for the value or for what is around it.
    [GeneratedRegex(@"\$(?:[&_`'+]|\{?0+(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex WholeValue();
}
