using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Qingdan.Exchange.Log;

/// <summary>Writes the parts of a line into memory that is large enough.</summary>
internal ref struct LinePen(Span<byte> target)
{
    /// <summary>What a character of a text takes at most: \u001f.</summary>
    public const int MostBytes = 6;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (byte)c), (byte)'"', (byte)'\\']);

    private readonly Span<byte> _target = target;

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>As it is.</summary>
    public void Raw(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_target[Length..]);
        Length += text.Length;
    }

    /// <summary>A whole number.</summary>
    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, _target[Length..], out var written);
        Length += written;
    }

    /// <summary>Bytes as hexadecimal digits.</summary>
    public void Hex(byte[]? bytes)
    {
        Convert.TryToHexStringLower(bytes, _target[Length..], out var written);
        Length += written;
    }

    /// <summary>The inside of a JSON text, escaped as RFC 8785 has it: only what must be.</summary>
    public void Text(string text)
    {
        var at = Length;
        Length += Encoding.UTF8.GetBytes(text, _target[at..]);
        if (!_target[at..Length].ContainsAny(Escaped)) return;
        var plain = _target[at..Length].ToArray();
        Length = at;
        foreach (var b in plain) Escape(b);
    }

    private void Escape(byte b)
    {
        ReadOnlySpan<byte> text = b switch
        {
            (byte)'"' => "\\\""u8, (byte)'\\' => "\\\\"u8, (byte)'\b' => "\\b"u8, (byte)'\t' => "\\t"u8, (byte)'\n' => "\\n"u8, (byte)'\f' => "\\f"u8, (byte)'\r' => "\\r"u8, _ => [],
        };
        if (!text.IsEmpty) Raw(text);
        else if (b >= ' ') _target[Length++] = b;
        else
        {
            Raw("\\u00"u8);
            Hex([b]);
        }
    }
}
