using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import.Fields;

/// <summary>What values of a field look like, where that tells it from others.</summary>
internal static class FieldShapes
{
    /// <summary>True for a value that looks like one of the field; null where values tell nothing.</summary>
    public static Func<string, bool>? Of(ImportField field) => field switch
    {
        ImportField.Code or ImportField.NationalCode => text => CatalogCode.Parse(text, "").Ok,
        ImportField.PublishedOn or ImportField.DataUpdatedOn => text => DayText.Read(text) is not null,
        ImportField.Frequency => text => Domains.UpdateFrequencies.Read(text).Kind != ReadingKind.Unknown,
        ImportField.Share or ImportField.ItemShare => text => !YesNo(text) && Domains.ShareProperties.Read(text).Kind != ReadingKind.Unknown,
        ImportField.OpenType or ImportField.ItemOpenType => text => !YesNo(text) && Domains.OpenTypes.Read(text).Kind != ReadingKind.Unknown,
        // Some portals write the class of opening under 开放条件.
        ImportField.OpenCondition => text => text.Length > 6 && Domains.OpenTypes.Read(text).Kind == ReadingKind.Unknown && text.AsSpan().IndexOfAny("须需仅凭经") >= 0,
        // Single letters are codes of anything.
        ImportField.ItemDataType => text => text.Length > 1 && Domains.DataTypes.Read(text).Kind != ReadingKind.Unknown,
        ImportField.Formats => text => DataFormats.ReadMany(text) is { Count: > 0 } formats && formats.All(f => f.Kind != ReadingKind.Unknown),
        ImportField.Email => text => text.Contains('@', StringComparison.Ordinal),
        ImportField.Url => text => text.StartsWith("http", StringComparison.OrdinalIgnoreCase),
        _ => null,
    };

    // A column of 是 and 否 may answer any question: only its header tells which.
    private static bool YesNo(string text) => TextFold.Of(text) is var folded && (ValueDomain.Yes(folded) || ValueDomain.No(folded));
}
