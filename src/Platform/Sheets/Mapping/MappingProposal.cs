using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Platform.Sheets.Mapping;

/// <summary>Proposes which column is which field, each field at most once, with how sure it is and why.</summary>
public static class MappingProposal
{
    private const double Least = 0.45;

    /// <summary>The proposal for the columns of an inspected file; what fits nothing stays unmapped.</summary>
    public static ColumnMapping For(SheetInspection inspection, IReadOnlyList<TargetField> fields)
    {
        var columns = inspection.Choice.Columns;
        var names = fields.Select(f => f.Names.Select(FieldName.Fold).ToArray()).ToArray();
        var offers =
            from column in columns
            let values = inspection.Sample.Select(r => r.Cells[column.Index]).OfType<string>().ToList()
            from field in Enumerable.Range(0, fields.Count)
            let offer = Offer(column, values, names[field], fields[field])
            where offer.Confidence >= Least
            // The surest first; of equals the field and the column that stand first.
            orderby offer.Confidence descending, field, column.Index
            select (column.Index, Offer: offer);
        var byColumn = new Dictionary<int, MappedColumn>();
        var taken = new HashSet<string>();
        foreach (var (column, offer) in offers)
            if (!byColumn.ContainsKey(column) && taken.Add(offer.Key!)) byColumn[column] = offer;
        return new([.. columns.Select(c => byColumn.GetValueOrDefault(c.Index) ?? new MappedColumn(c.Index, c.Header, null, 0, MappingReason.None))]);
    }

    private static MappedColumn Offer(SheetColumn column, List<string> values, string[] names, TargetField field)
    {
        // A header of group and name fits by either.
        var (confidence, reason) = ByName(FieldName.Fold(column.Header), names);
        if (column.Name != column.Header && ByName(FieldName.Fold(column.Name), names) is var own && own.Confidence * 0.98 > confidence) (confidence, reason) = (own.Confidence * 0.98, own.Reason);
        if (field.Shape is { } shape && values.Count > 0)
        {
            var fitting = (double)values.Count(shape) / values.Count;
            // Values confirm or shake a name; alone they are a guess.
            if (confidence >= Least) confidence *= reason is MappingReason.Similar ? 0.6 + 0.4 * fitting : 0.85 + 0.15 * fitting;
            else if (fitting >= 0.8 && values.Count >= 3) (confidence, reason) = (0.3 + 0.25 * fitting, MappingReason.Values);
        }
        return new(column.Index, column.Header, field.Key, Math.Round(confidence, 2), reason);
    }

    private static (double Confidence, MappingReason Reason) ByName(string header, string[] names)
    {
        if (header.Length == 0) return (0, MappingReason.None);
        if (header == names[0]) return (1, MappingReason.SameName);
        if (names.Contains(header)) return (0.95, MappingReason.Synonym);
        var best = 0d;
        foreach (var name in names)
        {
            var likeness = FieldName.Likeness(header, name);
            // The end of a Chinese noun is its head: 「数据资源名称」 ends with 名称, 「名称说明」 does not.
            if (name.Length >= 2 && header.EndsWith(name, StringComparison.Ordinal)) likeness = Math.Max(likeness, 0.6 + 0.3 * name.Length / header.Length);
            else if (name.Length >= 3 && header.Contains(name, StringComparison.Ordinal)) likeness = Math.Max(likeness, 0.4 + 0.3 * name.Length / header.Length);
            best = Math.Max(best, likeness);
        }
        return (best * 0.9, MappingReason.Similar);
    }
}
