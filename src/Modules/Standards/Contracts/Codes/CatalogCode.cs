using System.Globalization;
using System.Text.RegularExpressions;
using Qingdan.Platform.Results;

namespace Qingdan.Standards.Contracts.Codes;

/// <summary>The two ways to write the code of a resource.</summary>
public enum CatalogScheme
{
    /// <summary>上海: organization code of the provider, "/", six digits. Seen in Shanghai's practice; not read in a standard.</summary>
    Shanghai,

    /// <summary>国家: 类 (1 digit), 项 (2), 目 (3), 细目 (any), "/", 顺序码, after 政务信息资源目录编制指南 (发改高技〔2017〕1272号).</summary>
    National,
}

/// <summary>目录代码: the code of a resource in one of the two schemes.</summary>
public readonly partial record struct CatalogCode
{
    private const string Name = "目录代码", Prefix = "standards.catalog-code";

    /// <summary>The largest sequence number of the Shanghai scheme.</summary>
    public const int MostShanghai = 999_999;

    private CatalogCode(CatalogScheme scheme, string value) => (Scheme, Value) = (scheme, value);

    /// <summary>Which scheme it follows.</summary>
    public CatalogScheme Scheme { get; }

    /// <summary>The code: <c>002438161/000486</c> or <c>307001/000001</c>.</summary>
    public string Value { get; }

    /// <summary>What stands before the slash: the provider's organization code, or the class of the national scheme.</summary>
    public string Head => Value[..Value.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>What stands after the slash, with its leading zeros.</summary>
    public string Sequence => Value[(Head.Length + 1)..];

    /// <summary>Reads a code of the given scheme; <paramref name="field"/> is the input the fault belongs to.</summary>
    public static Result<CatalogCode> Parse(string? text, CatalogScheme scheme, string field)
    {
        var plain = CodeText.Plain(text);
        if (plain.Length == 0) return new Fault($"{Prefix}.required", "请填写{0}。", field, FaultKind.Invalid, Name);
        return scheme == CatalogScheme.Shanghai ? ParseShanghai(plain, field) : ParseNational(plain, field);
    }

    /// <summary>Reads a code of either scheme. What has the form of Shanghai's is Shanghai's: a wrong check digit makes no national code of it.</summary>
    public static Result<CatalogCode> Parse(string? text, string field)
    {
        return Parse(text, Shanghai().IsMatch(CodeText.Plain(text)) ? CatalogScheme.Shanghai : CatalogScheme.National, field);
    }

    /// <summary>The code of the provider's resource with this number (1 to 999,999).</summary>
    public static CatalogCode Of(OrganizationCode provider, int sequence) => sequence is >= 1 and <= MostShanghai
        ? new CatalogCode(CatalogScheme.Shanghai, string.Create(CultureInfo.InvariantCulture, $"{provider.Value}/{sequence:D6}"))
        : throw new ArgumentOutOfRangeException(nameof(sequence), "1 to 999,999.");

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    private static Result<CatalogCode> ParseShanghai(string plain, string field)
    {
        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return new Fault($"{Prefix}.shape", "{0}应为“组织机构代码/六位顺序码”，例如 002438161/000486，读到 {1}。", field, FaultKind.Invalid, Name, plain);
        var provider = OrganizationCode.Parse(plain[..slash], field);
        if (!provider.TryGet(out var code)) return provider.As<CatalogCode>();
        var sequence = plain[(slash + 1)..];
        return sequence.Length == 6 && sequence.All(char.IsAsciiDigit)
            ? new CatalogCode(CatalogScheme.Shanghai, $"{code.Value}/{sequence}")
            : new Fault($"{Prefix}.sequence", "{0}斜线后应为六位数字，读到“{1}”。", field, FaultKind.Invalid, Name, sequence);
    }

    private static Result<CatalogCode> ParseNational(string plain, string field) => National().IsMatch(plain)
        ? new CatalogCode(CatalogScheme.National, plain)
        : new Fault($"{Prefix}.shape", "{0}应为“类1位、项2位、目3位、细目/顺序码”，类为 1 基础、2 主题、3 部门，例如 307001/000001，读到 {1}。", field, FaultKind.Invalid, Name, plain);

    [GeneratedRegex("^[0-9A-Z]{8}-?[0-9X]/[0-9]{6}$")]
    private static partial Regex Shanghai();

    [GeneratedRegex("^[123][0-9]{5}[0-9A-Z]{0,20}/[0-9A-Z]{1,20}$")]
    private static partial Regex National();
}
