using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qingdan.Platform.Documents;

/// <summary>JSON in the one form of RFC 8785: members in the order of their UTF-16 names, no spaces, each character as itself where it can. Equal content gives equal bytes, which can be signed.</summary>
public static class CanonicalJson
{
    // Beyond this a number has no exact place in the format.
    private const long MostNumber = 9_007_199_254_740_991;

    /// <summary>The canonical text. Numbers are whole numbers: a fraction is written as text by who has one.</summary>
    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonArray array:
                Join('[', ']', array, Write, text);
                break;
            case JsonObject members:
                Join('{', '}', members.OrderBy(m => m.Key, StringComparer.Ordinal), (m, t) =>
                {
                    Write(m.Key, t);
                    t.Append(':');
                    Write(m.Value, t);
                }, text);
                break;
            default:
                Write(node.AsValue(), text);
                break;
        }
    }

    private static void Write(JsonValue value, StringBuilder text)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String: Write(value.GetValue<string>(), text); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.Number when long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= MostNumber:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            default: throw new ArgumentException("Only text, truth and whole numbers have one form here.", nameof(value));
        }
    }

    private static void Join<T>(char open, char close, IEnumerable<T> parts, Action<T, StringBuilder> write, StringBuilder text)
    {
        text.Append(open);
        var first = true;
        foreach (var part in parts)
        {
            if (!first) text.Append(',');
            first = false;
            write(part, text);
        }
        text.Append(close);
    }

    private static void Write(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        text.Append('"');
    }
}
