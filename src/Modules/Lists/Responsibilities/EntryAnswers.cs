using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Some rows of the 责任清单. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record EntriesAnswer(IReadOnlyList<EntryAnswer> Items, long? Next);

/// <summary>One row with its items.</summary>
internal sealed record OneEntryAnswer(EntryAnswer Entry, IReadOnlyList<EntryItemAnswer> Items);

/// <summary>An item of a row.</summary>
internal sealed record EntryItemAnswer(int Place, long ItemId, string Name, ShareProperty? Share, string ShareCondition);

/// <summary>A row. <paramref name="ResourceId"/> is 0 for data outside the catalogue.</summary>
internal sealed record EntryAnswer(
    long Id, string? Number, UnitAnswer Provider, long ResourceId, int ResourceVersion, string Name, string Code, ShareProperty? Share, bool ShareStated, string ShareCondition, string ShareWays,
    UpdateFrequency? Frequency, string DataLevel, string SystemName, DutyType DutyType, DateOnly? PromisedOn, string Contact, EntryOrigin Origin, string Rule, string Note, EntryState State, string DecidedBy,
    DateTimeOffset? DecidedAt, int Edit, DateTimeOffset ChangedAt, IReadOnlyDictionary<string, string> Elements)
{
    public static EntryAnswer Of(Entry e, UnitTree units) => new(
        e.Id, e.Number, UnitAnswer.Of(e.ProviderId, units), e.ResourceId, e.ResourceVersion, e.Name, e.Code, e.Share, e.ShareStated, e.ShareCondition, e.ShareWays, e.Frequency, e.DataLevel, e.SystemName,
        e.DutyType, e.PromisedOn, e.Contact, e.Origin, e.Rule, e.Note, e.State, e.DecidedBy, e.DecidedAt, e.Edit, e.ChangedAt, DeclaredPart.Texts(e.Elements));
}

/// <summary>How many rows stand again as before.</summary>
internal sealed record UndoneAnswer(long Count);
