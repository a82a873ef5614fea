using Qingdan.Lists.Negatives;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Shelves;

namespace Qingdan.Lists.Responsibilities;

/// <summary>One row of the list page. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="Stated">False: inferred, not in force before somebody confirms.</param>
/// <param name="Changing">A change of it waits for confirmation.</param>
public sealed record EntryRow(
    long Id, string Number, string Name, string Code, string Provider, string Share, bool Stated, int Items, string Frequency, string Origin, string State, Tone Tone, bool Changing);

/// <summary>The list page.</summary>
/// <param name="Tab">Name of the state shown.</param>
/// <param name="Tabs">Rows of each state that fit the rest of the filter.</param>
/// <param name="OpenChanges">Changes waiting for confirmation.</param>
/// <param name="Undetermined">Candidates that fit and cannot be confirmed, their share property being undetermined.</param>
/// <param name="MayDecide">The reader may confirm and refuse.</param>
public sealed record EntryListView(
    string Tab, IReadOnlyList<Facet> Tabs, long OpenChanges, IReadOnlyList<Facet> Units, IReadOnlyList<Facet> Shares, IReadOnlyList<Facet> Frequencies,
    IReadOnlyList<Facet> Bases, IReadOnlyList<EntryRow> Rows, bool Narrows, int Page, int Size, long Total, long Undetermined, bool MayDecide);

/// <summary>One item of a row.</summary>
public sealed record EntryItemView(int Place, string Name, string Share, string Condition);

/// <summary>One line of a proposed change. <paramref name="What"/> is a Chinese word; <paramref name="Item"/> names the item it is about.</summary>
public sealed record ChangeLine(string What, string? Item, string? Before, string? After);

/// <summary>A proposed change. <paramref name="Reason"/> is a sentence.</summary>
public sealed record EntryChangeView(
    long Id, long EntryId, string Name, string Number, string Provider, string Kind, string Reason, string State, bool Open, bool Confirmable, DateTimeOffset At, string DecidedBy, IReadOnlyList<ChangeLine> Lines)
{
    /// <summary>依据; empty for what the catalogue proposes.</summary>
    public string Anchor { get; init; } = "";

    /// <summary>Who asked for it; empty when the catalogue did. The city decides then.</summary>
    public string ProposedBy { get; init; } = "";

    /// <summary>What it touches while it is open: who uses the data or asks for them, and the other list's entry.</summary>
    public IReadOnlyList<TouchedRecords> Touches { get; init; } = [];

    /// <summary>The resource; 0 for data outside the catalogue.</summary>
    public long ResourceId { get; init; }
}

/// <summary>How many records of a kind a change touches. <paramref name="What"/> is a Chinese word; <paramref name="Href"/> leads to the one, or to the resource's graph with all.</summary>
public sealed record TouchedRecords(string What, int Count, string Href);

/// <summary>A demand that asks for the row.</summary>
public sealed record EntryDemandView(long Id, string Number);

/// <summary>A finding about the row, as a filled sentence's parts.</summary>
public sealed record EntryFindingView(string Title, string Text, IReadOnlyList<string> Args, Tone Tone);

/// <summary>The article of the law that a row's rule stands on, the words it turns on marked.</summary>
public sealed record EntryClause(string Law, string Article, IReadOnlyList<ClausePart> Parts);

/// <summary>What a unit adds to a row: how the duty is met.</summary>
public sealed record EntryDutyView(string Type, DateOnly? PromisedOn, string Contact, string Note, IReadOnlyDictionary<string, string> Elements);

/// <summary>The page of one row: what, and why it is here.</summary>
/// <param name="ResourceId">0 for data outside the catalogue.</param>
/// <param name="DraftId">The draft of the catalogue it became; 0 for none.</param>
/// <param name="Rule">The generation rule as a sentence, and what it stands on.</param>
/// <param name="MayChange">The reader may edit and decide.</param>
/// <param name="Undoable">The decision that can still be undone today; 0 for none.</param>
public sealed record EntryView(
    EntryRow Row, string ProviderName, long ProviderId, string Condition, string Ways, string Level, string System, EntryDutyView Duty, long ResourceId, long DraftId, int Version, (string Text, string Anchor) Rule,
    EntryClause? Clause, IReadOnlyList<EntryDemandView> Demands, IReadOnlyList<EntryItemView> Items, IReadOnlyList<EntryChangeView> Changes, IReadOnlyList<EntryFindingView> Findings,
    IReadOnlyList<PastEvent> History, string DecidedBy, DateTimeOffset? DecidedAt, string StateKey, bool MayChange, long Undoable)
{
    /// <summary>The reader decides for the city.</summary>
    public bool City { get; init; }

    /// <summary>What can be asked for; empty when there is a change open already.</summary>
    public IReadOnlyList<Option> Proposable { get; init; } = [];
}
