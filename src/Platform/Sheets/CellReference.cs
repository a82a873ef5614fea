using System.Globalization;

namespace Qingdan.Platform.Sheets;

/// <summary>Columns as workbooks name them: A, B … Z, AA by number, from 0.</summary>
public static class CellReference
{
    private static readonly string[] Known = [.. Enumerable.Range(0, 256).Select(Name)];

    /// <summary>27 → AB.</summary>
    public static string Letters(int column) => column < Known.Length ? Known[column] : Name(column);

    /// <summary>AB7 → 27 and 7; null for what is no cell.</summary>
    public static (int Column, int Row)? Read(ReadOnlySpan<char> reference)
    {
        var (column, length) = (0, 0);
        while (length < reference.Length && char.IsAsciiLetter(reference[length])) column = column * 26 + char.ToUpperInvariant(reference[length++]) - 'A' + 1;
        return length is > 0 and <= 4 && int.TryParse(reference[length..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (column - 1, row) : null;
    }

    private static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name(column / 26 - 1) + (char)('A' + column % 26);
}
