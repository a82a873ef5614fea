namespace Qingdan.Catalog.Import.Batches;

/// <summary>A mapping kept under a name by a unit.</summary>
internal sealed class KeptMapping
{
    public long Id { get; init; }
    public long UnitId { get; init; }
    public required string Name { get; init; }

    /// <summary>The headers it was made for, as <see cref="Key"/> gives them.</summary>
    public required string Headers { get; set; }

    /// <summary>An <see cref="Fields.ImportMapping"/> as JSON.</summary>
    public required string Mapping { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Headers in a comparable form, whatever their order.</summary>
    public static string Key(IEnumerable<string> headers) => string.Join('\u001f', headers.Order(StringComparer.Ordinal));
}
