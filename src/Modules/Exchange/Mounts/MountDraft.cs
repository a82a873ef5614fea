namespace Qingdan.Exchange.Mounts;

/// <summary>A mount as typed.</summary>
public sealed record MountDraft
{
    /// <summary>名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>Get or Post.</summary>
    public string Method { get; init; } = nameof(MountMethod.Get);

    /// <summary>Scheme, host and port.</summary>
    public string Address { get; init; } = "";

    /// <summary>From the root, without query.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where the rows are.</summary>
    public string Rows { get; init; } = "";

    /// <summary>None, Header, Basic, Bearer or Query.</summary>
    public string Credential { get; init; } = nameof(CredentialKind.None);

    /// <summary>Name of the header, of the user or of the parameter.</summary>
    public string CredentialName { get; init; } = "";

    /// <summary>Key, password or token; empty to keep the one there is. Never given back.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Header that dates the data.</summary>
    public string DateHeader { get; init; } = "";

    /// <summary>Path that dates the data.</summary>
    public string DatePath { get; init; } = "";

    /// <summary>The items that have a place.</summary>
    public IReadOnlyList<MountItemDraft> Items { get; init; } = [];

    /// <summary>What goes into the request, in order.</summary>
    public IReadOnlyList<MountParameterDraft> Parameters { get; init; } = [];

    /// <summary>A stored mount as its form shows it.</summary>
    internal static MountDraft Of(Mount m, IEnumerable<MountItem> items, IEnumerable<MountParameter> parameters) => new()
    {
        Name = m.Name, Method = $"{m.Method}", Address = m.Address, Path = m.Path, Rows = m.RowsPath, Credential = $"{m.Credential}", CredentialName = m.CredentialName, DateHeader = m.DateHeader, DatePath = m.DatePath,
        Items = [.. items.Select(i => new MountItemDraft(i.ItemId, i.Path, $"{i.Mask}", i.Pattern, i.Replacement))],
        Parameters = [.. parameters.OrderBy(p => p.Place).Select(p => new MountParameterDraft(p.Name, p.Value, p.Passed, p.ItemId, p.Required, p.Allowed.Length == 0 ? null : p.Allowed.Split('\n')))],
    };
}

/// <summary>Place and mask of an item.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Path">Its place; empty for none.</param>
/// <param name="Mask">Name of a kind of mask.</param>
/// <param name="Pattern">Expression of an own one.</param>
/// <param name="Replacement">What stands for it.</param>
public sealed record MountItemDraft(long ItemId, string Path, string Mask = "None", string Pattern = "", string Replacement = "");

/// <summary>A parameter of the request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What is always sent, or the value for trial calls.</param>
/// <param name="Passed">True when the caller gives it.</param>
/// <param name="ItemId">The item it filters by; 0 for none.</param>
/// <param name="Required">True when a call without it is refused.</param>
/// <param name="Allowed">The values that a caller may give; none listed allows any where it filters by an item, else numbers and days.</param>
public sealed record MountParameterDraft(string Name, string Value = "", bool Passed = false, long ItemId = 0, bool Required = false, IReadOnlyList<string>? Allowed = null);
