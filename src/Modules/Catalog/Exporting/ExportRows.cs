using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Exporting;

/// <summary>Reads resources with their items piece by piece and lays them out as rows.</summary>
internal sealed class ExportRows(Store store, IOrganizationDirectory organizations, DeclaredElements declared, Translator t)
{
    private const int Piece = 500;

    /// <summary>A row per resource, for paper.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object?>> Print(IReadOnlyList<long> ids, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (units, place) = (await organizations.Tree(cancel), 0);
        await foreach (var (r, items) in Read(ids, cancel))
            yield return
            [
                ++place, r.Name, r.Code, units.ShortName(r.ProviderId), t[r.State.Name()], Share(r), r.Share == ShareProperty.NotShared ? r.ShareReason : r.ShareCondition,
                r.ShareWays, Name(r.Frequency?.Name()), string.Join(t["、"], items.Select(i => i.Name)), r.DataLevel,
            ];
    }

    /// <summary>Whose catalogue a printed sheet is: the one unit it was narrowed to, or all.</summary>
    public async Task<string> Body(CatalogQuery query, CancellationToken cancel) =>
        query.Facets.GetValueOrDefault("unit") is [var unit] && long.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && (await organizations.Tree(cancel)).Find(id) is { } found ? found.Name : t["全部单位"];

    /// <summary>A row per item, as data.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object?>> Flat(IReadOnlyList<long> ids, [EnumeratorCancellation] CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        await foreach (var (r, items) in Read(ids, cancel))
        {
            var unit = units.Find(r.ProviderId);
            object?[] head =
            [
                r.Name, r.Code, r.NationalCode, unit?.Name ?? "", unit?.Uscc, r.Summary, r.Theme, r.SystemName, r.Duty, r.Formats, Name(r.Frequency?.Name()),
                r.ShareStated ? Name(r.Share?.Name()) : "", r.ShareStated ? "" : Name(r.Share?.Name()), r.ShareCondition, r.ShareReason, r.ShareWays, Name(r.OpenType?.Name()), r.DataLevel, r.DataUpdatedOn, t[r.State.Name()], r.Version, .. Elements(r), r.ChangedAt,
            ];
            foreach (var item in items.DefaultIfEmpty()) yield return [.. head, .. Cells(item)];
        }
    }

    /// <summary>How many rows the flat version has.</summary>
    public async Task<long> Count(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var rows = 0L;
        foreach (var piece in ids.Chunk(Piece))
        {
            var items = await store.Set<Item>().Where(i => piece.Contains(i.ResourceId)).GroupBy(i => i.ResourceId).Select(g => g.Count()).ToListAsync(cancel);
            rows += items.Sum() + piece.Length - items.Count;
        }
        return rows;
    }

    private object?[] Cells(Item? i) => i is null
        ? new object?[10]
        : [i.Place, i.Name, i.FieldName, i.DataType, i.Length, i.Note, Name(i.Share?.Name()), i.ShareCondition, i.ShareReason, Name(i.OpenType?.Name())];

    private IEnumerable<string> Elements(Resource r) => declared.All(r.Content([]).Elements).Select(e => e.Text);

    private async IAsyncEnumerable<(Resource Resource, List<Item> Items)> Read(IReadOnlyList<long> ids, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var piece in ids.Chunk(Piece))
        {
            var resources = await store.Set<Resource>().AsNoTracking().Where(r => piece.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
            var items = (await store.Set<Item>().AsNoTracking().Where(i => piece.Contains(i.ResourceId)).OrderBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.ResourceId);
            foreach (var id in piece)
                if (resources.TryGetValue(id, out var resource)) yield return (resource, [.. items[id]]);
        }
    }

    private string Share(Resource r) => r.Share is not { } share ? t["未标明"] : r.ShareStated ? t[share.Name()] : t["推断：{0}", share.Name()];

    private string Name(string? chinese) => chinese is null ? "" : t[chinese];
}
