using Qingdan.Platform.Time;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>Reads the days of one file: it has few different ones, and reading one tries twenty ways of writing it.</summary>
internal sealed class Days
{
    private const int Most = 10_000;
    private readonly Dictionary<string, string?> _known = [];

    /// <summary>The day as yyyy-MM-dd, or null when it is none.</summary>
    public string? Read(string text)
    {
        if (_known.TryGetValue(text, out var known)) return known;
        var day = DayText.Read(text);
        if (_known.Count < Most) _known.Add(text, day);
        return day;
    }
}
