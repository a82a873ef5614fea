using System.Text;
using Qingdan.Platform.Results;
using UtfUnknown;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Finds the encoding of a text: byte order mark, strict UTF-8, UTF-16 by its zeros, GB18030 or Big5 by common characters, others by UTF.Unknown.</summary>
internal static class TextEncoding
{
    private const int Piece = 64 * 1024;
    private const int Judged = 4 * 1024 * 1024;

    // Among a thousand characters one broken one is dirt; more, and it is another encoding.
    private const double Dirt = 0.001;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding by its name as <see cref="Find"/> gave it.</summary>
    public static Encoding Named(string name) => Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"));

    /// <summary>The encoding's name; a note when single characters cannot be read.</summary>
    public static string Find(Stream stream, out Fault? note)
    {
        note = null;
        stream.Position = 0;
        var head = new byte[Math.Min(stream.Length, Judged)];
        stream.ReadExactly(head);
        if (ByMark(head) is { } marked) return marked;
        // Latin text in UTF-16 is also UTF-8 with a zero beside every letter; a few zeros are dirt.
        var utf8 = IsUtf8(stream);
        if (ByZeros(head, least: utf8 ? 0.25 : 0.005) is { } wide) return wide;
        if (utf8) return "utf-8";
        var (name, score, bad) = Best(head, "GB18030", "big5");
        if (score < 0.25 && CharsetDetector.DetectFromBytes(head).Detected is { Confidence: > 0.5f, EncodingName: not "ascii" } detected)
            // UTF.Unknown knows encodings that .NET lacks.
            (name, bad) = (detected.Encoding?.WebName ?? throw new SheetException(SheetFaults.Encoding), 0);
        else if (score < 0.05 || bad > Dirt) throw new SheetException(SheetFaults.Encoding);
        if (bad > 0) note = SheetFaults.BadCharacters(name);
        return name;
    }

    private static string? ByMark(ReadOnlySpan<byte> head) =>
        head.StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? "utf-8"
        : head.StartsWith((byte[])[0xFF, 0xFE]) ? "utf-16"
        : head.StartsWith((byte[])[0xFE, 0xFF]) ? "utf-16BE" : null;

    // UTF-16 without a mark: the high bytes of commas, digits and line breaks are zeros, all on one side.
    private static string? ByZeros(ReadOnlySpan<byte> head, double least)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
            if (head[i] == 0) _ = (i & 1) == 0 ? even++ : odd++;
        if (even + odd == 0 || even + odd < head.Length * least) return null;
        // Characters like 一 (4E00) have their zero on the other side.
        return odd > even * 3 ? "utf-16" : even > odd * 3 ? "utf-16BE" : null;
    }

    private static bool IsUtf8(Stream stream)
    {
        stream.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, chars) = (new byte[Piece], new char[Piece + 1]);
        var seen = 0L;
        try
        {
            while (stream.Read(bytes) is var read and > 0) seen += decoder.GetChars(bytes.AsSpan(0, read), chars, flush: false);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        try
        {
            decoder.GetChars([], chars, flush: true);
        }
        catch (DecoderFallbackException) when (seen > 0)
        {
            // All is UTF-8 but for a last character cut in the middle.
            throw new SheetException(SheetFaults.Truncated);
        }
        return true;
    }

    private static (string Name, double Score, double Bad) Best(byte[] head, params string[] names)
    {
        (string Name, double Score, double Bad) best = ("", -1, 1);
        foreach (var name in names)
        {
            var (score, bad) = Judge(Named(name).GetString(head));
            if (score - Math.Min(1, bad * 20) > best.Score - Math.Min(1, best.Bad * 20)) best = (name, score, bad);
        }
        return best;
    }

    private static (double Score, double Bad) Judge(string text)
    {
        int wide = 0, common = 0, bad = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80) continue;
            wide++;
            if (CommonCharacters.Has(c)) common++;
            // A character cut by the end of the judged part is no fault.
            if (i < text.Length - 2 && (c == '\ufffd' || c is >= '\ue000' and <= '\uf8ff')) bad++;
        }
        return wide == 0 ? (0, 0) : ((double)common / wide, (double)bad / wide);
    }
}
