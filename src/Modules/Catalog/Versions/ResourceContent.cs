using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Versions;

/// <summary>
/// What a unit says about a resource: everything that makes a version, nothing of its state.
/// Drafts and superseded versions are kept as this record in JSON; the edit form fills it.
/// </summary>
public sealed record ResourceContent
{
    public string Name { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Theme { get; init; } = "";
    public string SystemName { get; init; } = "";
    public string Duty { get; init; } = "";
    public string Formats { get; init; } = "";
    public UpdateFrequency? Frequency { get; init; }
    public ShareProperty? Share { get; init; }

    /// <summary>False when the share property is only inferred.</summary>
    public bool ShareStated { get; init; }

    public string ShareCondition { get; init; } = "";
    public string ShareReason { get; init; } = "";
    public string ShareWays { get; init; } = "";
    public OpenType? OpenType { get; init; }
    public string DataLevel { get; init; } = "";
    public DateOnly? DataUpdatedOn { get; init; }

    /// <summary>The declared rest: element key → text.</summary>
    public IReadOnlyDictionary<string, string> Elements { get; init; } = new Dictionary<string, string>();

    /// <summary>数据项 in their order.</summary>
    public IReadOnlyList<ItemContent> Items { get; init; } = [];

    /// <summary>True when an item is 不予共享, by its own class or else by the stated one of the resource: then it owes a reason and no condition.</summary>
    public bool Refuses(ItemContent item) => (item.Share ?? (ShareStated ? Share : null)) == ShareProperty.NotShared;

    /// <summary>The share property as it is read: what is only inferred says so.</summary>
    public string ShareText() => (Share, ShareStated) switch
    {
        (null, _) => "",
        ({ } share, true) => share.Name(),
        (ShareProperty.Unconditional, _) => "无条件共享（推断）",
        (ShareProperty.Conditional, _) => "有条件共享（推断）",
        _ => "不予共享（推断）",
    };
}

/// <summary>What a unit says about one item. <see cref="Id"/> is 0 for a new one.</summary>
public sealed record ItemContent
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
    public string FieldName { get; init; } = "";
    public string DataType { get; init; } = "";
    public int? Length { get; init; }
    public string Note { get; init; } = "";

    /// <summary>Null means: as the resource.</summary>
    public ShareProperty? Share { get; init; }

    public string ShareCondition { get; init; } = "";
    public string ShareReason { get; init; } = "";
    public OpenType? OpenType { get; init; }
    public IReadOnlyDictionary<string, string> Elements { get; init; } = new Dictionary<string, string>();
}
