using System.Text.Json;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.Sheets.Mapping;

/// <summary>Which column is which field: proposed, corrected by a person, kept under a name for the next file.</summary>
/// <param name="Columns">All columns of the file.</param>
public sealed record ColumnMapping(IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>Index of the column for a field; null when none is mapped to it.</summary>
    public int? this[string key] => Columns.FirstOrDefault(c => c.Key == key)?.Column;

    /// <summary>For storing.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonText.Readable);

    /// <summary>What <see cref="ToJson"/> wrote.</summary>
    public static ColumnMapping FromJson(string json) => JsonSerializer.Deserialize<ColumnMapping>(json, JsonText.Readable)!;

    /// <summary>
    /// The kept mapping for a later file, by the headers' texts and not by their places. Columns it does not know stay unmapped;
    /// <paramref name="missing"/> names the headers that the later file lacks.
    /// </summary>
    public ColumnMapping ApplyTo(IReadOnlyList<SheetColumn> columns, out IReadOnlyList<string> missing)
    {
        var rest = Columns.Where(c => c.Key is not null).ToList();
        var applied = columns.Select(c => new MappedColumn(c.Index, c.Header, null)).ToList();
        // The very header first: 「名称」 and 「名称 (2)」 are alike otherwise.
        foreach (var form in new Func<string, string>[] { header => header, FieldName.Fold })
            for (var i = 0; i < applied.Count; i++)
                if (applied[i].Key is null && rest.Find(c => form(c.Header) == form(applied[i].Header)) is { } kept)
                {
                    rest.Remove(kept);
                    applied[i] = kept with { Column = applied[i].Column, Header = applied[i].Header };
                }
        missing = [.. rest.Select(c => c.Header)];
        return new(applied);
    }
}

/// <summary>One column and its field.</summary>
/// <param name="Column">Index among the file's columns.</param>
/// <param name="Header">The column's header.</param>
/// <param name="Key">The field; null for a column that is left out.</param>
/// <param name="Confidence">From 0 to 1; 1 for what a person chose.</param>
/// <param name="Reason">Why it was proposed.</param>
public sealed record MappedColumn(int Column, string Header, string? Key, double Confidence = 1, MappingReason Reason = MappingReason.Person);

/// <summary>Why a column was taken for a field.</summary>
public enum MappingReason
{
    /// <summary>A person said so.</summary>
    Person,

    /// <summary>The header is the field's own name.</summary>
    SameName,

    /// <summary>The header is a synonym.</summary>
    Synonym,

    /// <summary>The header is similar to a name.</summary>
    Similar,

    /// <summary>The values look like it.</summary>
    Values,

    /// <summary>Nothing fits; the column is left out.</summary>
    None,
}
