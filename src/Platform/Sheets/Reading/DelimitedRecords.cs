using System.Buffers;
using System.Text;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>
/// Cuts a text into records and cells as RFC 4180 has it, and as spreadsheet programs do where a text departs from it: quotes inside a bare cell
/// are characters, what follows a closing quote belongs to the cell. Of its own because it must refuse what never ends: a quote left open, a record of millions of cells.
/// </summary>
internal sealed class DelimitedRecords(TextReader text, char delimiter)
{
    private const int MostCells = 16_384;
    private const int LongestCell = 1_000_000;

    private readonly SearchValues<char> _ends = SearchValues.Create([delimiter, '\r', '\n']);
    private readonly char[] _buffer = new char[64 * 1024];
    private readonly StringBuilder _cell = new();
    private readonly List<string> _cells = [];
    private int _start, _end;

    /// <summary>Number of the record that <see cref="Next"/> gave, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next record; null at the end.</summary>
    public string[]? Next()
    {
        if (_start == _end && !Fill()) return null;
        Number++;
        _cells.Clear();
        do
        {
            if (_cells.Count == MostCells) throw new SheetException(SheetFaults.TooManyColumns(MostCells));
            _cells.Add(Cell());
        }
        while (Take(delimiter));
        // A line break ends the record; so does the end of the text.
        if (Take('\r')) Take('\n');
        else Take('\n');
        return [.. _cells];
    }

    private string Cell()
    {
        if (Take('"')) Quoted();
        while (_start < _end || Fill())
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOfAny(_ends);
            // Most cells stand in the buffer as a whole.
            if (length >= 0 && _cell.Length == 0)
            {
                _start += length;
                return length == 0 ? "" : rest[..length].ToString();
            }
            Keep(length < 0 ? rest : rest[..length], SheetFaults.Unknown);
            if (length >= 0) break;
        }
        var cell = _cell.ToString();
        _cell.Clear();
        return cell;
    }

    // Up to the closing quote; two quotes are one.
    private void Quoted()
    {
        var from = Number;
        while (_start < _end || Fill())
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf('"');
            Keep(length < 0 ? rest : rest[..length], SheetFaults.OpenQuote(from));
            if (length < 0) continue;
            _start++;
            if (!Take('"')) return;
            _cell.Append('"');
        }
        throw new SheetException(SheetFaults.OpenQuote(from));
    }

    private void Keep(ReadOnlySpan<char> part, Fault tooLong)
    {
        if (_cell.Length + part.Length > LongestCell) throw new SheetException(tooLong);
        _cell.Append(part);
        _start += part.Length;
    }

    private bool Take(char wanted)
    {
        if ((_start == _end && !Fill()) || _buffer[_start] != wanted) return false;
        _start++;
        return true;
    }

    private bool Fill()
    {
        (_start, _end) = (0, text.ReadBlock(_buffer));
        return _end > 0;
    }
}
