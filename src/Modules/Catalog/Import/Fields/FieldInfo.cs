namespace Qingdan.Catalog.Import.Fields;

/// <summary>How a field's cells are read.</summary>
internal enum FieldKind
{
    /// <summary>As it stands, up to <see cref="FieldInfo.MaxLength"/>.</summary>
    Text,

    /// <summary>A code with check digit.</summary>
    Code,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A value of a closed domain.</summary>
    Domain,

    /// <summary>Several items in one cell.</summary>
    Items,
}

/// <summary>One target of the mapping.</summary>
/// <param name="Field">Which.</param>
/// <param name="Name">Chinese name, as on the screen.</param>
/// <param name="Kind">How its cells are read.</param>
/// <param name="MaxLength">Characters.</param>
/// <param name="Synonyms">Other headers that mean it, parted by spaces: simplified, traditional, English.; an underscore stands for a blank. Compared without case, width, script and punctuation.</param>
/// <param name="Element">The key under which it stands among the declared elements; null for a column of its own.</param>
internal sealed record FieldInfo(ImportField Field, string Name, FieldKind Kind, int MaxLength, string Synonyms, string? Element = null)
{
    /// <summary>True for what describes one item and not the resource.</summary>
    public bool OfItem => Field >= ImportField.ItemName;

    /// <summary>Its name in forms, mappings and JSON: <c>shareCondition</c>.</summary>
    public string Key { get; } = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Field.ToString());
}
