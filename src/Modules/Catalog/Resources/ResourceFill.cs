using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Versions;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Catalog.Resources;

/// <summary>The one way between a resource's rows and its content.</summary>
internal static class ResourceFill
{
    /// <summary>Puts content into the row; items are rows of their own.</summary>
    public static void Fill(this Resource row, ResourceContent content)
    {
        row.Name = content.Name.Trim();
        row.NameKey = NameKey.Of(content.Name);
        row.Summary = content.Summary.Trim();
        row.Theme = content.Theme.Trim();
        row.SystemName = content.SystemName.Trim();
        row.Duty = content.Duty.Trim();
        row.Formats = content.Formats.Trim();
        row.Frequency = content.Frequency;
        row.Share = content.Share;
        row.ShareStated = content.ShareStated;
        row.ShareCondition = content.ShareCondition.Trim();
        row.ShareReason = content.ShareReason.Trim();
        row.ShareWays = content.ShareWays.Trim();
        row.OpenType = content.OpenType;
        row.DataLevel = content.DataLevel.Trim();
        row.DataUpdatedOn = content.DataUpdatedOn;
        row.Elements = DeclaredPart.Json(content.Elements);
    }

    /// <summary>The content of a row and its items.</summary>
    public static ResourceContent Content(this Resource row, IEnumerable<Item> items) => new()
    {
        Name = row.Name, Summary = row.Summary, Theme = row.Theme, SystemName = row.SystemName, Duty = row.Duty, Formats = row.Formats,
        Frequency = row.Frequency, Share = row.Share, ShareStated = row.ShareStated, ShareCondition = row.ShareCondition, ShareReason = row.ShareReason,
        ShareWays = row.ShareWays, OpenType = row.OpenType, DataLevel = row.DataLevel, DataUpdatedOn = row.DataUpdatedOn,
        Elements = DeclaredPart.Texts(row.Elements),
        Items = [.. items.OrderBy(i => i.Place).Select(Content)],
    };

    /// <summary>A row for an item's content; a kept item keeps its id.</summary>
    public static Item Row(this ItemContent content, long id, long resourceId, int place) => new()
    {
        Id = id, ResourceId = resourceId, Place = place, Name = content.Name.Trim(), FieldName = content.FieldName.Trim(), DataType = content.DataType.Trim(),
        Length = content.Length, Note = content.Note.Trim(), Share = content.Share, ShareCondition = content.ShareCondition.Trim(),
        ShareReason = content.ShareReason.Trim(), OpenType = content.OpenType, Elements = DeclaredPart.Json(content.Elements),
    };

    /// <summary>The content of an item's row.</summary>
    public static ItemContent Content(this Item item) => new()
    {
        Id = item.Id, Name = item.Name, FieldName = item.FieldName, DataType = item.DataType, Length = item.Length, Note = item.Note, Share = item.Share,
        ShareCondition = item.ShareCondition, ShareReason = item.ShareReason, OpenType = item.OpenType, Elements = DeclaredPart.Texts(item.Elements),
    };
}
