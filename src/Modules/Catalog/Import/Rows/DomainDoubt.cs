using Qingdan.Catalog.Import.Fields;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>What to say about a cell of a closed domain that was not, or not surely, understood.</summary>
internal static class DomainDoubt
{
    /// <summary>The remark; null when there is nothing to say.</summary>
    public static RowNote? Of(FieldInfo info, int column, string text, DomainReading reading) => (reading.Kind, Classes(info.Field)) switch
    {
        // An item without a class of its own follows its resource: a class that was written must not get lost that way (政务数据共享条例 14).
        (ReadingKind.Unknown, [var first, var second, var third]) => new(
            column, NoteWeight.Cell, $"catalog.import.{info.Key}.unknown", "认不出这个{0}，请改成“{1}”“{2}”或“{3}”；不改就导入的，这一项随目录的属性。", info.Name, first.Name, second.Name, third.Name),
        (ReadingKind.Likely, not null) => new(
            column, NoteWeight.Hint, $"catalog.import.{info.Key}.likely", "{0}写的是“{1}”，按“{2}”导入，请核对。", info.Name, text.Length <= 40 ? text : text[..40], reading.Shown),
        (ReadingKind.Unknown, _) when reading.Value is not null => new(column, NoteWeight.Hint, $"catalog.import.{info.Key}.unknown", "认不出这个{0}，照原文导入。", info.Name),
        (ReadingKind.Unknown, _) => new(column, NoteWeight.Hint, $"catalog.import.{info.Key}.unknown", "认不出这个{0}，按未定导入，原文保留。", info.Name),
        _ => null,
    };

    private static IReadOnlyList<DomainEntry>? Classes(ImportField field) => field switch
    {
        ImportField.ItemShare => Domains.ShareProperties.Entries,
        ImportField.ItemOpenType => Domains.OpenTypes.Entries,
        _ => null,
    };
}
