using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Objections.Viewing;

/// <summary>One row of the list. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="Turn">Whose turn it is, by name; empty at the end.</param>
/// <param name="Left">Working days left, negative when late; null where no clock runs.</param>
public sealed record ObjectionRow(
    long Id, long ResourceId, string Resource, string Wrong, string Unit, string Provider, string State, Tone Tone, string Turn, DateOnly? DueOn, bool Provisional, int? Left, DateTimeOffset RaisedAt, DateTimeOffset ChangedAt);

/// <summary>The list page.</summary>
public sealed record ObjectionListView(IReadOnlyList<Facet> Tabs, string Tab, IReadOnlyList<ObjectionRow> Rows, bool Narrows, int Page, int Total)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>The form of a new one.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Items">Its items.</param>
/// <param name="Uses">True when the unit has the data by a case in use: then proof is not owed.</param>
public sealed record ObjectionFormView(long ResourceId, string Resource, string Provider, IReadOnlyList<PublishedItem> Items, bool Uses);

/// <summary>A file given with it.</summary>
public sealed record ProofView(long Id, string Name, string Digest, long Length);

/// <summary>One thing that happened.</summary>
public sealed record ObjectionStepView(string Act, string Note, string Unit, string Person, DateTimeOffset At);

/// <summary>A unit that was told the result.</summary>
public sealed record ToldView(string Unit, DateTimeOffset At);

/// <summary>What was said and found.</summary>
/// <param name="Source">数源单位 and its system; empty until named.</param>
/// <param name="Outcome">核实结论; empty until there is one.</param>
/// <param name="Result">核实结果, or the other way that was named.</param>
public sealed record ObjectionContent(
    IReadOnlyList<string> Items, string What, string Record, string ShouldBe, long CaseId, string Source, string SourceSystem, string Outcome, string Result, DateOnly? CorrectedOn);

/// <summary>What this person may do now.</summary>
public sealed record ObjectionMay(bool Accept, bool PointElsewhere, bool HandToSource, bool AnswerAsSource, bool Verify, bool AcceptResult, bool Insist, bool Decide, bool Withdraw, bool SeesCase, bool SeesProof);

/// <summary>The page of an objection.</summary>
public sealed record ObjectionView(
    ObjectionRow Row, ObjectionContent Content, ContestedMark? Mark, IReadOnlyList<ProofView> Proof, IReadOnlyList<ClockView> Clocks, IReadOnlyList<ObjectionStepView> Steps, IReadOnlyList<ToldView> Told,
    IReadOnlyList<KeyValuePair<long, string>> Sources, ObjectionMay May, int Edit)
{
    /// <summary>The clock that runs; null when none does.</summary>
    public ClockView? Clock => Clocks.LastOrDefault(c => c.StoppedOn is null);
}
