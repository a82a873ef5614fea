using System.Text;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Merging;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Tests.Unit.Catalog.Import;

/// <summary>Reads a small table as an import does, without a store.</summary>
internal sealed class Reading
{
    private readonly RowReader _reader;
    private readonly FileAssembly _assembly;

    private Reading(ImportMapping mapping, long ownUnit)
    {
        _reader = new RowReader(mapping.Fields, mapping.Provider);
        _assembly = new FileAssembly(new ImportProviders(Tree), ownUnit);
    }

    public List<PlacedRow> Rows { get; } = [];

    public List<ImportedResource> Resources => _assembly.Resources;

    public IReadOnlyList<SpellingCount> Spellings => _reader.Spellings.Counts;

    public (int Kinds, int Cells) SpellingTotal => _reader.Spellings.Total;

    public static UnitTree Tree { get; } = new(
        1,
        [UnitOf(1, "市民政局"), UnitOf(2, "市水务局")], new Dictionary<long, long>(), new Dictionary<string, long> { ["市民政局"] = 1, ["市水务局"] = 2 }, name => name);

    public static Reading Of(string csv, string provider = "", long ownUnit = 0)
    {
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var inspection = SheetFile.Inspect(stream, "目录.csv").Value;
        var reading = new Reading(ImportMapping.Propose(inspection) with { Provider = provider }, ownUnit);
        foreach (var row in SheetFile.Read(stream, inspection.Choice)) reading.Rows.Add(reading._assembly.Add(reading._reader.Read(row)));
        return reading;
    }

    public IEnumerable<string> Codes(int row) => Rows[row].Source.Notes?.Select(n => n.Code) ?? [];

    private static Qingdan.Organizations.Contracts.Unit UnitOf(long id, string name) => new(id, null, name, name, OrganizationKind.CityDepartment, false, OrganizationLevel.City, "", null, null, OrganizationState.Active);
}
