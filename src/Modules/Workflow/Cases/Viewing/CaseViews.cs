using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Orders.Viewing;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>One row of the list. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="Turn">Whose turn it is, by name; empty at the end.</param>
/// <param name="Left">Working days left, negative when late; null where no clock runs.</param>
public sealed record CaseRow(long Id, string Name, string Unit, string Provider, string State, Tone Tone, string Turn, DateOnly? DueOn, bool Provisional, int? Left, DateTimeOffset ChangedAt);

/// <summary>The list page.</summary>
public sealed record CaseListView(IReadOnlyList<Facet> Tabs, string Tab, IReadOnlyList<Facet> Units, IReadOnlyList<Facet> Providers, IReadOnlyList<Facet> Answers, IReadOnlyList<CaseRow> Rows, bool Narrows, int Page, int Size, long Total);

/// <summary>An item with what the lists say and what was answered; <paramref name="Marked"/> says that the condition takes no effect.</summary>
public sealed record CaseItemView(DemandedItem Item, string Verdict, Tone Tone, string Condition, bool Marked, string Reason, string Basis)
{
    /// <summary>What the settlement of a dispute made of a refusal, in Chinese; empty where none did.</summary>
    public string Settled { get; init; } = "";

    /// <summary>The answer as it is stored; null where this person sees none. A draft that was sent back is gone on with from here.</summary>
    internal CaseAnswer? Answer { get; init; }

    /// <summary>True for what may be used.</summary>
    public bool Granted { get; init; }

    /// <summary>已停止获取.</summary>
    public bool Stopped { get; init; }

    /// <summary>Its colour.</summary>
    public Tone SettledTone { get; init; }
}

/// <summary>A clock for people.</summary>
/// <param name="Timer">Name of the term: T1 to T9 of a law, P1… of the city's practice.</param>
/// <param name="What">What it asks for.</param>
/// <param name="Law">Law and article, or where a practice comes from.</param>
/// <param name="Owner">Whose duty it is.</param>
/// <param name="Left">Working days left, negative when late; null when it does not run.</param>
/// <param name="Days">Each day of the count.</param>
/// <param name="Certainty">How sure we are of the term.</param>
public sealed record ClockView(
    string Timer, string What, string Law, string Owner, DateOnly StartedOn, int Amount, int Extension, DateOnly? DueOn, bool Provisional, string State, DateOnly? StoppedOn, int? Left, IReadOnlyList<ClockDayView> Days, int PausedDays, Certainty Certainty);

/// <summary>A day of a count: its number, or why it does not count.</summary>
public sealed record ClockDayView(DateOnly Day, string Text, bool Counts);

/// <summary>One thing that happened; <paramref name="Code"/> is the name of its act as it is stored, <paramref name="Act"/> its Chinese words, <paramref name="SignOff"/> the signature with which it was done.</summary>
public sealed record CaseStepView(string Code, string Act, string Note, string Unit, string Person, DateTimeOffset At, SignOff? SignOff);

/// <summary>A letter that can be written now.</summary>
public sealed record LetterView(string Kind, string Name);

/// <summary>A final file that was kept.</summary>
public sealed record KeptLetterView(long Id, string Name, string Number, string Person, string Digest, DateTimeOffset At)
{
    internal static KeptLetterView Of(KeptLetter l) => new(l.Id, l.Kind.Text(), l.Number, l.Person, l.Digest, l.At);
}

/// <summary>An act for which words are enough, as its form shows it.</summary>
/// <param name="Act">Its name in the address.</param>
/// <param name="Title">What is done.</param>
/// <param name="Says">What is to be written.</param>
/// <param name="Owed">True when it must be.</param>
/// <param name="Hint">What the law asks for; empty for nothing.</param>
/// <param name="Day">Name of the day that is given with it; empty for none.</param>
/// <param name="Number">Name of the number that is given with it; empty for none.</param>
/// <param name="Since">Name of the day since which it was owed; empty for none.</param>
/// <param name="Files">True when files may come with it.</param>
/// <param name="Items">Which items it is about.</param>
/// <param name="Next">True when the case waits for it; what may come at any time stands folded.</param>
public sealed record PlainActView(string Act, string Title, string Says, bool Owed, string Hint, string Day, string Number, string Since, bool Next, bool Files, ItemChoice Items);

/// <summary>A dispute about the case.</summary>
public sealed record LinkedDispute(long Id, string State, Tone Tone, DateTimeOffset OpenedAt);

/// <summary>What this person may do now.</summary>
public sealed record CaseMay(
    bool Grant, IReadOnlyList<Sentence> DirectHindrances, bool AskSupplement, bool AllowSupplement, bool Answer, int MostExtension, bool DecideExtension, bool Sign, bool OnPaperOnly, bool Supply, bool Dispose, bool Raise, IReadOnlyList<PlainActView> Plain, IReadOnlyList<string> KeepLetters);

/// <summary>The page of a case.</summary>
/// <param name="Asked">By when is to be mended, or until when the requester asks to use the data; null for neither.</param>
/// <param name="OuterNumber">上级平台编号; empty for none.</param>
/// <param name="AtDemand">What is to be done at the demand itself; empty for nothing.</param>
public sealed record CaseView(
    CaseRow Row, DemandFacts Demand, IReadOnlyList<CaseItemView> Items, IReadOnlyList<ClockView> Clocks, IReadOnlyList<CaseStepView> Steps, CaseMay May, int Edit,
    string Missing, int ExtensionDays, string ExtensionReason, string Supply, string SupplyNote, DateOnly? UsableUntil, Sentence? Asked, string OuterNumber, string AtDemand, DisposalInput? Disposal, IReadOnlyList<LetterView> Letters, IReadOnlyList<KeptLetterView> Kept, IReadOnlyList<LinkedDispute> Disputes)
{
    /// <summary>True when the person's unit may use the data now.</summary>
    public bool Uses { get; init; }

    /// <summary>True when this person follows the case (关注).</summary>
    public bool Follows { get; init; }

    /// <summary>存疑: resources of which an objection is being verified.</summary>
    public IReadOnlyDictionary<long, ContestedMark> Contested { get; init; } = new Dictionary<long, ContestedMark>();

    /// <summary>True while the level above has it.</summary>
    public bool PassedUp { get; init; }

    /// <summary>Its orders (督办).</summary>
    public CaseOrdersView Orders { get; init; } = new([], []);

    /// <summary>What was granted and stands in no 归集登记, for who supplies it.</summary>
    public IReadOnlyList<string> NotCollected { get; init; } = [];

    /// <summary>True when a 履职凭证 of the answer can be issued by this person.</summary>
    public bool Proves { get; init; }

    /// <summary>The clock that runs or stands still; null when none does.</summary>
    public ClockView? Clock => Clocks.LastOrDefault(c => c.StoppedOn is null);
}
