using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Items;

/// <summary>数据项: one field of a resource.</summary>
internal sealed class Item
{
    public long Id { get; init; }
    public long ResourceId { get; init; }

    /// <summary>Order within the resource, from 1.</summary>
    public int Place { get; set; }

    public required string Name { get; set; }

    /// <summary>Name of the column in the source system.</summary>
    public string FieldName { get; set; } = "";

    public string DataType { get; set; } = "";

    /// <summary>Characters or digits.</summary>
    public int? Length { get; set; }

    public string Note { get; set; } = "";

    /// <summary>The item's own 共享属性; null means: as the resource.</summary>
    public ShareProperty? Share { get; set; }

    public string ShareCondition { get; set; } = "";

    public string ShareReason { get; set; } = "";

    public OpenType? OpenType { get; set; }

    /// <summary>The declared rest as a JSON object: key → text.</summary>
    public string Elements { get; set; } = "{}";
}
