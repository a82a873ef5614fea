using System.Text;
using System.Text.Json;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Feeds a JSON stream of any encoding piecewise to <see cref="Utf8JsonReader"/>.</summary>
internal sealed class JsonPump : IDisposable
{
    private readonly Stream _stream;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;
    private bool _final;
    private long _before;
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true });

    public JsonPump(Stream stream, string encoding)
    {
        stream.Position = 0;
        _stream = Encoding.CreateTranscodingStream(stream, TextEncoding.Named(encoding), Encoding.UTF8, leaveOpen: true);
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith("\ufeff"u8)) _start = 3;
        while (_start < _end && _buffer[_start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') _start++;
        FirstBreak = long.MaxValue;
        NoteBreak(_start);
    }

    /// <summary>Place of the first line break after the first token, in bytes; far away when there is none yet.</summary>
    public long FirstBreak { get; private set; } = long.MaxValue;

    /// <summary>Place in the stream of what <see cref="Reader"/> begins with.</summary>
    public long Place => _before + _start;

    public Utf8JsonReader Reader() => new(_buffer.AsSpan(_start, _end - _start), _final, _state);

    /// <summary>The next reader begins here.</summary>
    public void Consume(long bytes, JsonReaderState state)
    {
        _start += (int)bytes;
        _state = state;
    }

    /// <summary>Brings more bytes; false when there were none and the reader has already been told so.</summary>
    public bool Fill()
    {
        if (_final) return false;
        _before += _start;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_end, _start) = (_end - _start, 0);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        var added = _end;
        _end += read;
        NoteBreak(added);
        _final = _end < _buffer.Length;
        return true;
    }

    /// <summary>The sentence for a text that is no JSON: cut off, or wrong from a line on.</summary>
    public SheetException Refuse(JsonException e)
    {
        var rest = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, _state);
        try
        {
            while (rest.Read()) { }
            return new(SheetFaults.Truncated, e);
        }
        catch (JsonException)
        {
            return new(SheetFaults.JsonSyntax(1 + (e.LineNumber ?? 0)), e);
        }
    }

    private void NoteBreak(int from)
    {
        if (FirstBreak == long.MaxValue && _buffer.AsSpan(from, _end - from).IndexOf((byte)'\n') is var found and >= 0) FirstBreak = _before + from + found;
    }

    public void Dispose() => _stream.Dispose();
}
