using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// A row of the 责任清单: what one unit must provide (上海市数据条例 38). From a catalogue resource, a listed demand, or by hand.
/// </summary>
internal sealed class Entry : IEditedRow
{
    public long Id { get; init; }

    /// <summary>责任编号, <c>ZR-002438161-000001</c>; null until in force and as long as the unit has no organization code.</summary>
    public string? Number { get; set; }

    public long ProviderId { get; set; }

    /// <summary>The catalogue resource; 0 for data outside the catalogue.</summary>
    public long ResourceId { get; init; }

    /// <summary>The draft of the catalogue made when a demand for data outside it was confirmed; 0 for none. Published and confirmed, it becomes the row's resource.</summary>
    public long DraftId { get; init; }

    /// <summary>The version of the resource that the content was taken from.</summary>
    public int ResourceVersion { get; set; }

    public required string Name { get; set; }

    /// <summary>The resource's catalogue code; empty without one.</summary>
    public string Code { get; set; } = "";

    /// <summary>共享属性; null as long as it is undetermined, and then the row cannot come into force.</summary>
    public ShareProperty? Share { get; set; }

    /// <summary>False when <see cref="Share"/> is only inferred; confirming the row states it.</summary>
    public bool ShareStated { get; set; }

    /// <summary>共享范围和使用用途 (政务数据共享条例 15).</summary>
    public string ShareCondition { get; set; } = "";

    /// <summary>共享方式, several separated by ；.</summary>
    public string ShareWays { get; set; } = "";

    public DutyType DutyType { get; set; }
    public UpdateFrequency? Frequency { get; set; }
    public string DataLevel { get; set; } = "";
    public string SystemName { get; set; } = "";

    /// <summary>承诺提供期限.</summary>
    public DateOnly? PromisedOn { get; set; }

    /// <summary>责任人和联系方式.</summary>
    public string Contact { get; set; } = "";

    public EntryOrigin Origin { get; init; }

    /// <summary>Ids of the listed demands that ask for it, ascending, separated by commas.</summary>
    public string OriginDemandIds { get; set; } = "";

    /// <summary>The generation rule it follows from, a code of the generation; empty for rows by hand.</summary>
    public string Rule { get; set; } = "";

    public string Note { get; set; } = "";
    public EntryState State { get; set; }

    /// <summary>The decision that brought it into its state; 0 while nobody decided.</summary>
    public long DecisionId { get; set; }

    public string DecidedBy { get; set; } = "";
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Guard against two people saving one row.</summary>
    public int Edit { get; set; }

    /// <summary>A fresh id at every write.</summary>
    public long Revision { get; set; }

    /// <summary>Declared elements as a JSON object: key → text.</summary>
    public string Elements { get; set; } = "{}";

    /// <summary>Covers what generation says about the row, items included; equal means nothing to propose.</summary>
    public string Digest { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>数据项 of a row, in the order of the catalogue.</summary>
internal sealed class EntryItem
{
    public long EntryId { get; init; }

    /// <summary>Order within the row, from 1; with the row it is the key.</summary>
    public int Place { get; init; }

    /// <summary>The catalogue item; 0 for data outside the catalogue.</summary>
    public long ItemId { get; init; }

    public required string Name { get; init; }

    /// <summary>The item's own 共享属性, or the resource's.</summary>
    public ShareProperty? Share { get; init; }

    public string ShareCondition { get; init; } = "";
}
