using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>What a unit writes about a row: for data outside the catalogue everything, for others how the duty is met.</summary>
internal sealed record EntryInput
{
    public long ProviderId { get; init; }
    public string Name { get; init; } = "";

    /// <summary>数据项, one a line.</summary>
    public string Items { get; init; } = "";

    public ShareProperty? Share { get; init; }
    public string ShareCondition { get; init; } = "";

    /// <summary>共享方式, several separated by ；.</summary>
    public string ShareWays { get; init; } = "";

    public UpdateFrequency? Frequency { get; init; }
    public string DataLevel { get; init; } = "";
    public string SystemName { get; init; } = "";
    public DutyType DutyType { get; init; }
    public DateOnly? PromisedOn { get; init; }
    public string Contact { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>What else is declared of a row: key → text.</summary>
    public IReadOnlyDictionary<string, string> Elements { get; init; } = new Dictionary<string, string>();

    /// <summary>What data it is about.</summary>
    internal EntryContent Content => new() { Name = Name, Items = [.. ItemNames.Select((name, i) => new EntryContentItem(0, i + 1, name, Share, ""))] };

    /// <summary>The items in their order, each name once.</summary>
    public IReadOnlyList<string> ItemNames => [.. Items.Split('\n').Select(i => i.Trim()).Where(i => i.Length > 0).Distinct()];
}
