using Qingdan.Catalog.Exporting;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;

namespace Qingdan.Catalog.Contracts;

/// <summary>Writes the catalogue as a file: whole, of one unit, or what fits a filter. Streams; the catalogue never stands in memory.</summary>
public sealed class CatalogExport
{
    private readonly BrowseCatalog _browse;
    private readonly ExportRows _rows;
    private readonly Translator _t;
    private readonly TimeProvider _clock;

    internal CatalogExport(BrowseCatalog browse, ExportRows rows, Translator t, TimeProvider clock) => (_browse, _rows, _t, _clock) = (browse, rows, t, clock);

    /// <summary>What a person may see of one unit's catalogue, or of all.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="format">xlsx, csv or json.</param>
    /// <param name="print">True for a sheet to be printed, a row per resource; false for flat data, a row per item.</param>
    /// <param name="unitId">Only this unit's; null for all.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Ends the writing.</param>
    public Task Write(Stream target, TableFormat format, bool print, long? unitId, Actor actor, CancellationToken cancel) =>
        Write(target, format, print, unitId is { } unit ? new CatalogQuery { Sort = "unit", Facets = new Dictionary<string, IReadOnlyList<string>> { ["unit"] = [$"{unit}"] } } : new CatalogQuery { Sort = "unit" }, actor, cancel);

    internal async Task Write(Stream target, TableFormat format, bool print, CatalogQuery query, Actor actor, CancellationToken cancel)
    {
        var ids = await _browse.Ids(print ? query.ForPrint() : query, actor, cancel);
        var spec = print ? ExportColumns.Print(_t, await _rows.Body(query, cancel), _clock.Today(), ids.Count) : ExportColumns.Flat(_t);
        await SheetWriter.Write(format, target, spec, print ? _rows.Print(ids, cancel) : _rows.Flat(ids, cancel), cancel);
    }
}
