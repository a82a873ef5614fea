using System.Globalization;
using Qingdan.Catalog.Versions;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Reporting;

/// <summary>The one way between a data item and the values of its row in a workbook.</summary>
internal static class ItemValues
{
    /// <summary>The most characters or digits of an item, as on its form.</summary>
    public const int MostLength = 1_000_000;

    /// <summary>The values of an item; empty ones left out.</summary>
    public static Dictionary<string, string> Of(ItemContent item, DeclaredPart declared) => new(
        from value in declared.Filled(item.Elements).Where(e => e.Element is not null).Select(e => (Key: e.Key, Text: e.Text)).Concat<(string Key, string Text)>(
        [
            ("name", item.Name), ("fieldName", item.FieldName), ("dataType", item.DataType), ("length", item.Length?.ToString(CultureInfo.InvariantCulture) ?? ""), ("note", item.Note), ("share", item.Share?.Name() ?? ""),
            ("shareCondition", item.ShareCondition), ("shareReason", item.ShareReason), ("openType", item.OpenType?.Name() ?? ""),
        ])
        where value.Text.Length > 0
        select KeyValuePair.Create(value.Key, value.Text));

    /// <summary>The item as a row says it is; what its declaration does not name any more stays.</summary>
    public static ItemContent Read(ReportedRow said, ItemContent now, DeclaredPart declared) => now with
    {
        Name = said["name"], FieldName = said["fieldName"], DataType = said["dataType"], Length = Length(said["length"]), Note = said["note"], Share = Domains.ShareProperties.Read(said["share"]).Value,
        ShareCondition = said["shareCondition"], ShareReason = said["shareReason"], OpenType = Domains.OpenTypes.Read(said["openType"]).Value,
        Elements = now.Elements.Where(e => !declared.Keys.Contains(e.Key)).Concat(declared.Known(said.Values)).ToDictionary(),
    };

    /// <summary>The number that a length is; null for none and for what is no length.</summary>
    public static int? Length(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= MostLength ? length : null;
}
