namespace Qingdan.Exchange.Decisions;

/// <summary>A grant with the application that calls by it. Kept beside the row: who looks for an application touches no row of another.</summary>
internal readonly record struct CallerGrant(long ApplicationId, GrantRow Row);

/// <summary>The grants on one resource, by application. Never changed: what changes is made anew as a whole.</summary>
internal sealed class ResourceGrants(IEnumerable<CallerGrant> grants)
{
    private readonly CallerGrant[] _grants = [.. grants.OrderBy(g => g.ApplicationId).ThenBy(g => g.Row.Id)];

    /// <summary>No grant.</summary>
    public static readonly ResourceGrants None = new([]);

    /// <summary>How many.</summary>
    public int Count => _grants.Length;

    /// <summary>As which a grant was last read; 0 when it is not among these.</summary>
    public long RevisionOf(long grant) => Array.Find(_grants, g => g.Row.Id == grant).Row?.Revision ?? 0;

    /// <summary>The grants of an application.</summary>
    public ReadOnlySpan<CallerGrant> Of(long application)
    {
        var (low, high) = (0, _grants.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_grants[middle].ApplicationId < application) low = middle + 1;
            else high = middle;
        }
        var end = low;
        while (end < _grants.Length && _grants[end].ApplicationId == application) end++;
        return _grants.AsSpan(low, end - low);
    }
}
