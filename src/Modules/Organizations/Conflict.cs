namespace Qingdan.Organizations;

/// <summary>One field in which what a person typed differs from what somebody else saved meanwhile.</summary>
/// <param name="Name">Name in the form.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Theirs">The stored value.</param>
/// <param name="Mine">The value typed.</param>
public sealed record ConflictRow(string Name, string Label, string Theirs, string Mine)
{
    /// <summary>Values as shown where the form has codes; Chinese.</summary>
    public Func<string, string> Show { get; init; } = value => value;
}
