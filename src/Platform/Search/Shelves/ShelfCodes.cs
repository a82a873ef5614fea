namespace Qingdan.Platform.Search.Shelves;

/// <summary>Gives the values of one column their codes; code 0 is "none".</summary>
internal sealed class ShelfCodes
{
    private readonly Dictionary<string, int> _codes = new() { [""] = 0 };
    private readonly List<string> _values = [""];
    private string[] _now = [""];

    /// <summary>The values by code; an array that is not changed later. Made when asked for: a column may have thousands of values.</summary>
    public string[] Now => _now.Length == _values.Count ? _now : _now = [.. _values];

    public int Of(string value)
    {
        if (_codes.TryGetValue(value, out var code)) return code;
        _values.Add(value);
        return _codes[value] = _values.Count - 1;
    }
}
