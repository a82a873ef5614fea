using Qingdan.Platform.Results;

namespace Qingdan.Standards.Contracts.Codes;

/// <summary>统一社会信用代码 (GB 32100-2015): registering body, kind, six digits of the division, organization code, check character.</summary>
public readonly record struct UnifiedSocialCreditCode
{
    private const string Name = "统一社会信用代码", Prefix = "standards.uscc";
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    // 3^i mod 31.
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private UnifiedSocialCreditCode(string value) => Value = value;

    /// <summary>Eighteen characters.</summary>
    public string Value { get; }

    /// <summary>The organization code inside (characters 9 to 17); null when these do not follow GB 11714 by themselves.</summary>
    public OrganizationCode? Organization => OrganizationCode.Parse(Value.Substring(8, 9), "").TryGet(out var code) ? code : null;

    /// <summary>Reads a code; <paramref name="field"/> is the input the fault belongs to.</summary>
    public static Result<UnifiedSocialCreditCode> Parse(string? text, string field)
    {
        var plain = CodeText.Plain(text);
        if (CodeText.Shape(plain, Length, Name, Prefix, field) is { } fault) return fault;
        for (var i = 0; i < Length; i++)
        {
            if (plain[i] is 'I' or 'O' or 'S' or 'V' or 'Z')
                return new Fault($"{Prefix}.letter", "{0}第 {1} 位是“{2}”，这种代码不使用字母 I、O、S、V、Z。请看是不是数字 1、0、5、2。", field, FaultKind.Invalid, Name, i + 1, plain[i].ToString());
            if (!Alphabet.Contains(plain[i]) || (i is > 1 and < 8 && !char.IsAsciiDigit(plain[i]))) return CodeText.Character(plain, i, Name, Prefix, field);
        }
        var expected = CheckCharacter(plain);
        return plain[^1] == expected ? new UnifiedSocialCreditCode(plain) : CodeText.CheckDigit(expected, plain[^1], Name, Prefix, field);
    }

    /// <summary>The code with this body of seventeen characters; the check character is computed.</summary>
    public static UnifiedSocialCreditCode Of(string body) =>
        Parse(body + (body.Length == Length - 1 && body.All(Alphabet.Contains) ? CheckCharacter(body) : '?'), nameof(body)).TryGet(out var code)
            ? code : throw new ArgumentException("The body is not that of a unified social credit code.", nameof(body));

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    private static char CheckCharacter(string body)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * Alphabet.IndexOf(body[i], StringComparison.Ordinal);
        return Alphabet[(31 - sum % 31) % 31];
    }
}
