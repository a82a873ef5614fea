using System.Globalization;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Import.Merging;

/// <summary>Lays what a file says over what is known: a blank in the file leaves the known value as it is.</summary>
internal static class ImportedContent
{
    private static readonly ImportField[] Worded = [.. OriginalWording.Names.Keys.Select(k => ImportFields.Find(k[..^OriginalWording.Ending.Length])!.Field)];
    private static readonly FieldInfo[] Elements = [.. ImportFields.All.Where(f => f.Element is not null)];

    /// <summary>The content of a resource nobody knew before.</summary>
    public static ResourceContent Content(this ImportedResource resource) => resource.Over(new ResourceContent());

    /// <summary>The content after the import.</summary>
    public static ResourceContent Over(this ImportedResource file, ResourceContent before)
    {
        string Text(ImportField field, string known) => file[field] ?? known;
        var openType = Value<OpenType>(file[ImportField.OpenType]) ?? before.OpenType;
        var elements = ElementsOver(file, before.Elements);
        var (share, isStated) = ShareOver(file, before, elements, openType);
        return before with
        {
            Name = Text(ImportField.Name, before.Name),
            Summary = Text(ImportField.Summary, before.Summary),
            Theme = Text(ImportField.Theme, before.Theme),
            SystemName = Text(ImportField.SystemName, before.SystemName),
            Duty = Text(ImportField.Duty, before.Duty),
            Formats = Text(ImportField.Formats, before.Formats),
            Frequency = Value<UpdateFrequency>(file[ImportField.Frequency]) ?? before.Frequency,
            Share = share,
            ShareStated = isStated,
            ShareCondition = Text(ImportField.ShareCondition, before.ShareCondition),
            ShareReason = Text(ImportField.ShareReason, before.ShareReason),
            ShareWays = Text(ImportField.ShareWays, before.ShareWays),
            OpenType = openType,
            DataLevel = Text(ImportField.DataLevel, before.DataLevel),
            DataUpdatedOn = Day(file[ImportField.DataUpdatedOn]) ?? before.DataUpdatedOn,
            Elements = elements,
            Items = file.Items.Count == 0 ? before.Items : [.. file.Items.Select(item => Over(item, before.Items))],
        };
    }

    // Nothing inferred ever takes the place of what a person stated, nor of a wording that was not, or not surely, understood.
    private static (ShareProperty? Share, bool Stated) ShareOver(ImportedResource file, ResourceContent before, Dictionary<string, string> elements, OpenType? openType)
    {
        var written = Value<ShareProperty>(file[ImportField.Share]);
        var doubtful = elements.ContainsKey(OriginalKey(ImportField.Share));
        if (written is not null && !doubtful) return (written, true);
        if (before.ShareStated) return (before.Share, true);
        return (!doubtful ? Domains.InferShare(openType) : file.Doubts(ImportField.Share) ? written : before.Share, false);
    }

    private static Dictionary<string, string> ElementsOver(ImportedResource file, IReadOnlyDictionary<string, string> before)
    {
        var elements = new Dictionary<string, string>(before);
        foreach (var info in Elements)
            if (file[info.Field] is { } text) elements[info.Element!] = text;
        foreach (var field in Worded.Where(f => file[f] is not null || (f == ImportField.ItemList && file.Items.Count > 0))) elements.Remove(OriginalKey(field));
        foreach (var (field, text) in file.Originals ?? []) elements[OriginalKey(field)] = text;
        return elements;
    }

    // The element that keeps the wording of a value that was not, or not surely, understood.
    private static string OriginalKey(ImportField field) => $"{field.Info().Key}{OriginalWording.Ending}";

    private static ItemContent Over(SourceItem item, IReadOnlyList<ItemContent> known)
    {
        var before = known.FirstOrDefault(i => i.Name == item.Name) ?? new ItemContent();
        static string Text(string file, string known) => file.Length > 0 ? file : known;
        return before with
        {
            Name = item.Name,
            FieldName = Text(item.FieldName, before.FieldName),
            DataType = Text(item.DataType, before.DataType),
            Length = item.Length ?? before.Length,
            Note = Text(item.Note, before.Note),
            Share = Value<ShareProperty>(item.Share) ?? before.Share,
            ShareCondition = Text(item.ShareCondition, before.ShareCondition),
            ShareReason = Text(item.ShareReason, before.ShareReason),
            OpenType = Value<OpenType>(item.OpenType) ?? before.OpenType,
        };
    }

    private static T? Value<T>(string? name)
        where T : struct, Enum => name is null ? null : Enum.Parse<T>(name);

    // Written by the reader as yyyy-MM-dd, hence taken apart without trying formats.
    private static DateOnly? Day(string? text) => text is null ? null : new(Number(text, 0..4), Number(text, 5..7), Number(text, 8..10));

    private static int Number(string text, Range digits) => int.Parse(text.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture);
}
