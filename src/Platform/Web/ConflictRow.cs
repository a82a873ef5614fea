namespace Qingdan.Platform.Web;

/// <summary>One field in which what a person typed differs from what somebody else saved meanwhile.</summary>
/// <param name="Name">Name in the form.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Theirs">The stored value, as the form sends it; several in one, separated as the form reads them.</param>
/// <param name="Mine">The value typed.</param>
public sealed record ConflictRow(string Name, string Label, string Theirs, string Mine)
{
    /// <summary>The stored value. Line ends are compared as LF: browsers send CR LF.</summary>
    public string Theirs { get; } = Theirs.ReplaceLineEndings("\n");

    /// <summary>The value typed.</summary>
    public string Mine { get; } = Mine.ReplaceLineEndings("\n");

    /// <summary>Values as shown where the form has codes; Chinese.</summary>
    public Func<string, string> Show { get; init; } = value => value;
}
