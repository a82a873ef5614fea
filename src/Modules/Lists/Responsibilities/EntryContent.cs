using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>What a catalogue resource says about a row of the 责任清单: everything that generation proposes, nothing that a unit adds by hand.</summary>
internal sealed record EntryContent
{
    public string Name { get; init; } = "";
    public string Code { get; init; } = "";
    public ShareProperty? Share { get; init; }
    public string ShareCondition { get; init; } = "";
    public string ShareWays { get; init; } = "";
    public UpdateFrequency? Frequency { get; init; }
    public string DataLevel { get; init; } = "";
    public string SystemName { get; init; } = "";

    /// <summary>The version of the resource; no part of the comparison.</summary>
    public int Version { get; init; }

    public IReadOnlyList<EntryContentItem> Items { get; init; } = [];
}

/// <summary>A 数据项 with its effective share property.</summary>
internal sealed record EntryContentItem(long Id, int Place, string Name, ShareProperty? Share, string ShareCondition);
