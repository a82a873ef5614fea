using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Catalog.Import.Fields;

/// <summary>Which column means what. Stored as JSON with the batch, and under a name for later files.</summary>
/// <param name="Columns">All columns of the file.</param>
/// <param name="Provider">The provider of all rows that name none; empty for none.</param>
internal sealed record ImportMapping(ColumnMapping Columns, string Provider = "")
{
    /// <summary>The fields as the proposal knows them.</summary>
    public static IReadOnlyList<TargetField> Targets { get; } = [.. ImportFields.All.Select(f =>
        new TargetField(f.Key, [f.Name, .. f.Synonyms.Split(' ').Select(s => s.Replace('_', ' '))], f.Field == ImportField.Name, FieldShapes.Of(f.Field)))];

    /// <summary>The proposal for a file.</summary>
    public static ImportMapping Propose(SheetInspection inspection) => new(MappingProposal.For(inspection, Targets));

    /// <summary>The field of each column in turn; null for a column that is left out.</summary>
    public ImportField?[] Fields => [.. Columns.Columns.OrderBy(c => c.Column).Select(c => ImportFields.Find(c.Key)?.Field)];

    /// <summary>All that is wrong with the mapping itself.</summary>
    public List<Fault> Check(bool ownUnitOnly)
    {
        var faults = new List<Fault>();
        var fields = Fields;
        if (!fields.Contains(ImportField.Name)) faults.Add(new("catalog.import.mapping.name", "请选择哪一列是目录名称。", "mapping"));
        if (!fields.Contains(ImportField.Provider) && Provider.Trim().Length == 0 && !ownUnitOnly)
            faults.Add(new("catalog.import.mapping.provider", "请选择哪一列是提供单位；文件里没有这一列的，请填写统一的提供单位。", "provider"));
        if (Provider.Length > 128) faults.Add(new("catalog.import.mapping.provider-length", "提供单位不超过 128 字。", "provider"));
        foreach (var twice in fields.OfType<ImportField>().GroupBy(f => f).Where(g => g.Count() > 1))
            faults.Add(new("catalog.import.mapping.twice", "有 {0} 列都对应“{1}”，请只留一列。", "mapping", FaultKind.Invalid, twice.Count(), twice.Key.Info().Name));
        return faults;
    }
}
