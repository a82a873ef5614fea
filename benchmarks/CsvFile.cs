using System.Text;

namespace Qingdan.Bench;

/// <summary>Reads the plain CSV of the shared data: quotes, line breaks in cells, a header.</summary>
internal static class CsvFile
{
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        string[]? header = null;
        foreach (var row in Rows(File.ReadAllText(path)))
            if (header is null) header = [.. row];
            else yield return header.Zip(row.Concat(Enumerable.Repeat("", header.Length))).ToDictionary(p => p.First, p => p.Second);
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) cell.Append(c);
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                yield return row;
                row = [];
            }
        }
        if (row.Count + cell.Length > 0) yield return [.. row, cell.ToString()];
    }
}
