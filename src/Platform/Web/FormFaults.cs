using Qingdan.Platform.Results;

namespace Qingdan.Platform.Web;

/// <summary>The faults of a refused form, found by the name of the field. The shell hands them to all fields below it.</summary>
public sealed class FormFaults(IReadOnlyList<Fault> all)
{
    private readonly HashSet<string> _offered = [];

    /// <summary>A form without faults.</summary>
    public static FormFaults None { get; } = new([]);

    /// <summary>All of them, in the order they were found.</summary>
    public IReadOnlyList<Fault> All => all;

    /// <summary>True when there is at least one.</summary>
    public bool Any => all.Count > 0;

    /// <summary>Those of a field.</summary>
    public IEnumerable<Fault> this[string field] => all.Where(f => f.Field == field);

    /// <summary>The names of the fields that the page offers, once they are drawn: what was typed into others has no place on it.</summary>
    public IReadOnlySet<string> Offered => _offered;

    /// <summary>A field is on the page.</summary>
    public void Offer(string field)
    {
        if (Any) _offered.Add(field);
    }

    /// <summary>The id that a field's control carries, so that the summary can link to it.</summary>
    public static string IdOf(string field) => $"f-{field}";
}
