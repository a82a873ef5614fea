using System.Globalization;
using Qingdan.Platform.Results;

namespace Qingdan.Standards.Contracts.Codes;

/// <summary>公民身份号码 (GB 11643-1999): division, date of birth, sequence, check character. Personal information: it prints masked.</summary>
public readonly record struct CitizenNumber
{
    private const string Name = "公民身份号码", Prefix = "standards.citizen-number";
    private const string Checks = "10X98765432";
    private const int Length = 18;
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private CitizenNumber(string value) => Value = value;

    /// <summary>Eighteen characters, unmasked.</summary>
    public string Value { get; }

    /// <summary>Date of birth.</summary>
    public DateOnly Birthday => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Reads a number; <paramref name="field"/> is the input the fault belongs to. Faults never repeat the number.</summary>
    public static Result<CitizenNumber> Parse(string? text, string field)
    {
        var plain = CodeText.Plain(text);
        if (plain.Contains('*')) return new Fault($"{Prefix}.masked", "{0}已经脱敏（含 *），无法校验。", field, FaultKind.Invalid, Name);
        if (plain.Length == 15 && plain.All(char.IsAsciiDigit)) return new Fault($"{Prefix}.old", "这是 15 位的旧号码。请填写 18 位公民身份号码。", field);
        if (CodeText.Shape(plain, Length, Name, Prefix, field) is { } fault) return fault;
        for (var i = 0; i < Length; i++)
            if (!char.IsAsciiDigit(plain[i]) && !(i == Length - 1 && plain[i] == 'X')) return CodeText.Character(plain, i, Name, Prefix, field);
        if (!DateOnly.TryParseExact(plain.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthday) || birthday.Year < 1800)
            return new Fault($"{Prefix}.birthday", "{0}第 7 至 14 位应是出生日期，读到的不是一个日期。请核对。", field, FaultKind.Invalid, Name);
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * (plain[i] - '0');
        var expected = Checks[sum % 11];
        return plain[^1] == expected ? new CitizenNumber(plain) : CodeText.CheckDigit(expected, plain[^1], Name, Prefix, field);
    }

    /// <summary>The number without its middle.</summary>
    public override string ToString() => Value is null ? "" : $"{Value[..6]}********{Value[^4..]}";
}
