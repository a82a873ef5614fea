using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Projection;

/// <summary>Why an answer of a provider is not passed on. A provider's bad data are expected: they make a value, never an exception.</summary>
internal enum Refusal
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The bytes are no JSON (RFC 8259); NaN, comments and trailing commas are none.</summary>
    NotJson,

    /// <summary>The bytes end before the value does.</summary>
    Truncated,

    /// <summary>Something stands behind the one value.</summary>
    Trailing,

    /// <summary>A string or name is no Unicode text: invalid UTF-8, or half of a surrogate pair by escapes.</summary>
    NotText,

    /// <summary>One object has one name twice, where it matters: two readers would not agree on which of the values counts.</summary>
    DuplicateName,

    /// <summary>More levels than <see cref="ProjectionLimits.Depth"/>.</summary>
    TooDeep,

    /// <summary>One string, name or number is longer than <see cref="ProjectionLimits.Token"/>.</summary>
    TokenTooLong,

    /// <summary>The open objects of a granted subtree have more names than are kept (<see cref="NameSet"/>).</summary>
    TooManyNames,

    /// <summary>More bytes than <see cref="ProjectionLimits.Bytes"/>.</summary>
    TooLong,

    /// <summary>More rows than <see cref="ProjectionLimits.Rows"/>.</summary>
    TooManyRows,

    /// <summary>The rows are not where the mount says.</summary>
    RowsMissing,

    /// <summary>Its content type is not JSON in UTF-8.</summary>
    NotJsonType,

    /// <summary>Its content is compressed or otherwise encoded.</summary>
    Encoded,

    /// <summary>Who called reads no more.</summary>
    CallerGone,
}

/// <summary>What a refusal is to people and programs.</summary>
internal static class Refusals
{
    /// <summary>The fault of a refusal; asking for that of <see cref="Refusal.None"/> is a bug.</summary>
    public static Fault Of(Refusal refusal) => refusal switch
    {
        Refusal.NotJson => New("not-json", "提供方的返回不是合法的 JSON。"),
        Refusal.Truncated => New("truncated", "提供方的返回不完整，中途断了。"),
        Refusal.Trailing => New("trailing", "提供方的返回在 JSON 之后还有多余内容。"),
        Refusal.NotText => New("not-text", "提供方的返回里有不合法的字符编码，应为 UTF-8。"),
        Refusal.DuplicateName => New("duplicate-name", "提供方的返回里，同一对象有重复的名称。"),
        Refusal.TooDeep => New("too-deep", "提供方的返回嵌套层数过多。"),
        Refusal.TokenTooLong => New("token-too-long", "提供方的返回里有过长的值。"),
        Refusal.TooManyNames => New("too-many-names", "提供方的返回里，一个对象的名称过多。"),
        Refusal.TooLong => New("too-long", "提供方的返回过大。"),
        Refusal.TooManyRows => New("too-many-rows", "提供方的返回行数过多。"),
        Refusal.RowsMissing => New("rows-missing", "提供方的返回里，挂接登记的位置上没有数据行。"),
        Refusal.NotJsonType => New("not-json-type", "提供方的返回类型不是 UTF-8 的 JSON。"),
        Refusal.Encoded => New("encoded", "提供方的返回经过压缩或其他编码，网关不接受。"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    private static Fault New(string code, string text) => new($"exchange.answer.{code}", text);
}
