namespace Qingdan.Exchange.Decisions;

/// <summary>The grants on one resource, by application. Never changed: what changes is made anew as a whole.</summary>
internal sealed class ResourceGrants
{
    private readonly GrantRow[] _rows;

    public ResourceGrants(IEnumerable<GrantRow> rows, long revision) => (_rows, Revision) = ([.. rows.OrderBy(r => r.ApplicationId).ThenBy(r => r.Id)], revision);

    /// <summary>No grant.</summary>
    public static readonly ResourceGrants None = new([], 0);

    /// <summary>The highest revision of its grants.</summary>
    public long Revision { get; }

    /// <summary>How many.</summary>
    public int Count => _rows.Length;

    /// <summary>The grants of an application.</summary>
    public ReadOnlySpan<GrantRow> Of(long application)
    {
        var (low, high) = (0, _rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_rows[middle].ApplicationId < application) low = middle + 1;
            else high = middle;
        }
        var end = low;
        while (end < _rows.Length && _rows[end].ApplicationId == application) end++;
        return _rows.AsSpan(low, end - low);
    }
}
