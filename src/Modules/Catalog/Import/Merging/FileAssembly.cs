using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Rows;

namespace Qingdan.Catalog.Import.Merging;

/// <summary>A row and the resource it belongs to.</summary>
/// <param name="Source">The row; its values are only kept by the resource.</param>
/// <param name="Role">What it is to the resource.</param>
/// <param name="Resource">Null when the row cannot be imported.</param>
internal readonly record struct PlacedRow(SourceRow Source, RowRole Role, ImportedResource? Resource);

/// <summary>
/// Puts the rows of one file together to resources: by code when given, else by provider and name. Pure; equal rows give equal resources.
/// </summary>
/// <param name="providers">The providers of the file.</param>
/// <param name="ownUnit">The only provider whose rows may be imported; 0 for all. Rows that name none are its own.</param>
internal sealed class FileAssembly(ImportProviders providers, long ownUnit)
{
    private const int MostItems = 2000;
    private readonly Dictionary<string, ImportedResource> _byCode = [];
    private readonly Dictionary<(ImportProvider, string), ImportedResource> _byName = [];
    private ImportedResource? _last;

    /// <summary>The resources in the order of their first rows.</summary>
    public List<ImportedResource> Resources { get; } = [];

    /// <summary>Places one row.</summary>
    public PlacedRow Add(SourceRow row)
    {
        // In a sheet with joined cells only the first row of a resource names it; the rows below hold further items.
        if (row[ImportField.Name] is null && row.Items.Count > 0 && _last is { } above && row.Weight != NoteWeight.Row && Continues(row, above)) return Joined(row, above);
        var key = NameKey.Of(row[ImportField.Name] ?? "");
        var provider = Require(row, key);
        if (row.Weight == NoteWeight.Row || provider is null)
        {
            _last = null;
            return new(row, RowRole.Refused, null);
        }
        if (Find(row[ImportField.Code], provider, key) is { } known) return Joined(row, _last = known);
        _last = new ImportedResource(row, Resources.Count, provider, key);
        Resources.Add(_last);
        Register(_last);
        return new(row, RowRole.First, _last);
    }

    private static bool Continues(SourceRow row, ImportedResource above) =>
        (row[ImportField.Provider] is not { } provider || provider == above[ImportField.Provider]) && (row[ImportField.Code] is not { } code || code == above.Code);

    private PlacedRow Joined(SourceRow row, ImportedResource resource)
    {
        if (resource.Items.Count + row.Items.Count > MostItems)
        {
            row.Note(new(-1, NoteWeight.Row, "catalog.import.row.too-many-items", "一个目录最多 {0} 个数据项，请拆成几个目录。", MostItems.ToString(CultureInfo.InvariantCulture)));
            return new(row, RowRole.Refused, null);
        }
        var role = resource.Take(row);
        Register(resource);
        if (Sentence(role) is { } sentence) row.Note(new(-1, NoteWeight.Hint, $"catalog.import.row.{Word(role)}", sentence, resource.Row.ToString(CultureInfo.InvariantCulture)));
        return new(row, role, resource);
    }

    private ImportProvider? Require(SourceRow row, string key)
    {
        if (row[ImportField.Name] is null && !Said(row, "name")) row.Note(new(-1, NoteWeight.Row, "catalog.import.name.missing", "没有目录名称。"));
        var named = row[ImportField.Provider] is { } text ? providers.Of(text) : null;
        if (named is null && ownUnit == 0 && !Said(row, "provider")) row.Note(new(-1, NoteWeight.Row, "catalog.import.provider.missing", "没有提供单位。"));
        if (named is not null && ownUnit != 0 && named.Id != ownUnit)
            row.Note(new(-1, NoteWeight.Row, "catalog.import.provider.other-unit", "这是“{0}”的目录，您只能导入本单位的。", named.Name));
        if (row[ImportField.Name] is not null && key.Length == 0) row.Note(new(-1, NoteWeight.Row, "catalog.import.name.missing", "没有目录名称。"));
        return named ?? (ownUnit != 0 ? providers.Own(ownUnit) : null);
    }

    private static bool Said(SourceRow row, string field) => row.Notes?.Exists(n => n.Weight == NoteWeight.Row && n.Code.StartsWith($"catalog.import.{field}.", StringComparison.Ordinal)) is true;

    private ImportedResource? Find(string? code, ImportProvider provider, string key)
    {
        if (code is not null && _byCode.TryGetValue(code, out var same)) return same;
        // Two codes are two resources, whatever their names.
        return _byName.TryGetValue((provider, key), out var named) && (code is null || named.Code is null) ? named : null;
    }

    private void Register(ImportedResource resource)
    {
        if (resource.Code is { } code) _byCode.TryAdd(code, resource);
        _byName.TryAdd((resource.Provider, resource.NameKey), resource);
    }

    private static string? Sentence(RowRole role) => role switch
    {
        RowRole.MoreItems => "与第 {0} 行是同一目录，数据项并入。",
        RowRole.MoreFormats => "与第 {0} 行只有数据格式不同，已合并。",
        RowRole.Fills => "与第 {0} 行是同一目录，补上了空缺。",
        RowRole.Repeat => "与第 {0} 行重复，略去。",
        RowRole.Conflict => "与第 {0} 行名称和单位相同，内容不同：以先出现的为准，只补空缺。",
        _ => null,
    };

    private static string Word(RowRole role) => role switch
    {
        RowRole.MoreItems => "more-items",
        RowRole.MoreFormats => "more-formats",
        RowRole.Fills => "fills",
        RowRole.Repeat => "repeat",
        _ => "conflict",
    };
}
