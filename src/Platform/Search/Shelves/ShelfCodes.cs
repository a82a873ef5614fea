namespace Qingdan.Platform.Search.Shelves;

/// <summary>Gives the values of one column their codes; code 0 is "none".</summary>
internal sealed class ShelfCodes
{
    private readonly Dictionary<string, int> _codes = new() { [""] = 0 };
    private string[] _now = [""];

    /// <summary>The values by code; an array that is not changed later.</summary>
    public string[] Now => _now;

    public int Of(string value)
    {
        if (_codes.TryGetValue(value, out var code)) return code;
        _now = [.. _now, value];
        return _codes[value] = _now.Length - 1;
    }
}
