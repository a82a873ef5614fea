using Qingdan.Catalog.Exporting;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;

namespace Qingdan.Catalog.Contracts;

/// <summary>Writes the catalogue as a file: whole, of one unit, or what fits a filter. Streams; the catalogue never stands in memory.</summary>
public sealed class CatalogExport
{
    private readonly BrowseCatalog _browse;
    private readonly ExportRows _rows;
    private readonly DeclaredElements _declared;
    private readonly Translator _t;
    private readonly TimeProvider _clock;

    internal CatalogExport(BrowseCatalog browse, ExportRows rows, DeclaredElements declared, Translator t, TimeProvider clock) => (_browse, _rows, _declared, _t, _clock) = (browse, rows, declared, t, clock);

    /// <summary>What a person may see of one unit's catalogue, or of all; refused before a byte is written when it is more than the format takes.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="format">xlsx, csv or json.</param>
    /// <param name="print">True for a sheet to be printed, a row per resource; false for flat data, a row per item.</param>
    /// <param name="unitId">Only this unit's; null for all.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Ends the writing.</param>
    public async Task<Result<Done>> Write(Stream target, TableFormat format, bool print, long? unitId, Actor actor, CancellationToken cancel)
    {
        var query = new CatalogQuery { Sort = "unit" };
        if (unitId is { } unit) query = query with { Facets = new Dictionary<string, IReadOnlyList<string>> { ["unit"] = [$"{unit}"] } };
        var prepared = await Prepare(query, format, print, actor, cancel);
        if (!prepared.TryGet(out var write)) return prepared.As<Done>();
        await write(target);
        return new Done();
    }

    /// <summary>The writing of what fits a filter, or why it cannot be written in this format.</summary>
    internal async Task<Result<Func<Stream, Task>>> Prepare(CatalogQuery query, TableFormat format, bool print, Actor actor, CancellationToken cancel)
    {
        var ids = await _browse.Ids(print ? query.ForPrint() : query, actor, cancel);
        if (format == TableFormat.Xlsx && ExportColumns.Refusal(print ? ids.Count : await _rows.Count(ids, cancel)) is { } refusal) return refusal;
        var spec = print ? ExportColumns.Print(_t, await _rows.Body(query, cancel), _clock.Today(), ids.Count) : ExportColumns.Flat(_t, _declared.Untyped);
        return new Func<Stream, Task>(target => SheetWriter.Write(format, target, spec, print ? _rows.Print(ids, cancel) : _rows.Flat(ids, cancel), cancel));
    }
}
