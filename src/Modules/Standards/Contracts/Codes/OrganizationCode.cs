using Qingdan.Platform.Results;

namespace Qingdan.Standards.Contracts.Codes;

/// <summary>组织机构代码 (GB 11714): eight characters and a check digit, written without the hyphen.</summary>
public readonly record struct OrganizationCode
{
    private const string Name = "组织机构代码", Prefix = "standards.organization-code";
    private const int BodyLength = 8;
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    private OrganizationCode(string value) => Value = value;

    /// <summary>Nine characters.</summary>
    public string Value { get; }

    /// <summary>Reads <c>002438161</c> or <c>00243816-1</c>; <paramref name="field"/> is the input the fault belongs to.</summary>
    public static Result<OrganizationCode> Parse(string? text, string field)
    {
        var plain = CodeText.Plain(text);
        if (plain.Length == BodyLength + 2 && plain[BodyLength] == '-') plain = plain.Remove(BodyLength, 1);
        if (CodeText.Shape(plain, BodyLength + 1, Name, Prefix, field) is { } fault) return fault;
        for (var i = 0; i < BodyLength; i++)
            if (!char.IsAsciiLetterUpper(plain[i]) && !char.IsAsciiDigit(plain[i])) return CodeText.Character(plain, i, Name, Prefix, field);
        var expected = CheckDigit(plain.AsSpan(0, BodyLength));
        return plain[BodyLength] == expected ? new OrganizationCode(plain) : CodeText.CheckDigit(expected, plain[BodyLength], Name, Prefix, field);
    }

    /// <summary>The code with this body of eight digits or capital letters; the check digit is computed.</summary>
    public static OrganizationCode Of(string body)
    {
        if (body.Length != BodyLength || !body.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
            throw new ArgumentException("The body is eight digits or capital letters.", nameof(body));
        return new OrganizationCode(body + CheckDigit(body));
    }

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    // Letters count 10 to 35. A check value of 10 is written X, 11 is written 0.
    private static char CheckDigit(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < BodyLength; i++) sum += Weights[i] * (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10);
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }
}
