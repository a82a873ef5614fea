using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Search;

/// <summary>How values of facets stand in the address and on the screen.</summary>
internal static class FacetNames
{
    /// <summary>The value in the address: that of the surviving unit, and a word for "nothing given".</summary>
    public static string Value(string facet, string stored, UnitTree units) =>
        stored.Length == 0 ? CatalogQuery.None
        : facet == "unit" ? units.Living(Id(stored)).ToString(CultureInfo.InvariantCulture)
        : stored;

    /// <summary>The Chinese text.</summary>
    public static string Text(string facet, string value, UnitTree units) => facet switch
    {
        _ when value == CatalogQuery.None => "未填写",
        "unit" => Id(value) == 0 ? value : units.ShortName(Id(value)) is { Length: > 0 } name ? name : "未知单位",
        "share" when value.StartsWith(CatalogQuery.Inferred, StringComparison.Ordinal) => Share(value[CatalogQuery.Inferred.Length..]) is { } inferred ? $"{inferred.Name()}（推断）" : value,
        "share" => Share(value)?.Name() ?? value,
        "state" => Enum.TryParse<ResourceState>(value, out var state) ? state.Name() : value,
        "frequency" => Enum.TryParse<UpdateFrequency>(value, out var frequency) ? frequency.Name() : value,
        "open" => Enum.TryParse<OpenType>(value, out var open) ? open.Name() : value,
        _ => value,
    };

    private static ShareProperty? Share(string value) => Enum.TryParse<ShareProperty>(value, out var share) ? share : null;

    private static long Id(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
