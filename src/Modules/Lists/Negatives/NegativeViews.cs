using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>One row of the list page and its exports. Words are Chinese keys of their translations; names are data.</summary>
public sealed record NegativeRow(
    long Id, string Number, string Name, string Code, string Provider, IReadOnlyList<string> Items, string Reason, string Level, string Basis, string BasisNumber,
    string BasisText, string Alternatives, string State, Tone Tone, string Step, string Check, Tone CheckTone, DateTimeOffset ChangedAt, bool Decidable, IReadOnlyDictionary<string, string> Elements, string Review);

/// <summary>The list page.</summary>
public sealed record NegativeListView(
    IReadOnlyList<Facet> States, IReadOnlyList<Facet> Providers, IReadOnlyList<Facet> Levels, IReadOnlyList<Facet> Bans, IReadOnlyList<Facet> Reviews, string Law,
    IReadOnlyList<NegativeRow> Rows, string State, bool Narrows, int Page, int Size, long Total, long WithoutBasis);

/// <summary>One line of the table of checks. <paramref name="Notes"/> are sentences.</summary>
public sealed record CheckLine(string What, string Word, Tone Tone, IReadOnlyList<Sentence> Notes);

/// <summary>One step of the route.</summary>
/// <param name="Step">Its Chinese name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Signer">Who signed; empty while nobody has.</param>
/// <param name="Recorder">Who recorded a sheet signed on paper; empty when signed in the system.</param>
/// <param name="On">When it was signed, or came to this step.</param>
public sealed record SignStepView(string Step, StepState State, string Signer, string Recorder, DateOnly? On);

/// <summary>One item of an entry.</summary>
public sealed record NegativeItemView(long Id, string Name);

/// <summary>What this person may do with the entry now.</summary>
/// <param name="Edit">Write and hand in.</param>
/// <param name="Sign">Sign the step within the unit.</param>
/// <param name="OnPaperOnly">Only record a sheet that was signed on paper.</param>
/// <param name="Decide">Rule as the authority.</param>
/// <param name="Remove">Take it off the list.</param>
/// <param name="Review">Begin its 重新审核.</param>
public sealed record NegativeMay(bool Edit, bool Sign, bool OnPaperOnly, bool Decide, bool Remove, bool Review);

/// <summary>A demand that touches the entry's resource.</summary>
public sealed record NegativeDemandView(long Id, string Number, string Name);

/// <summary>The page of one entry. <paramref name="Replaces"/>: the entry in force that it is to replace; <paramref name="Successor"/>: the one that is to replace it; 0 for none.</summary>
public sealed record NegativeView(
    NegativeRow Row, int Edit, string StepKey, string ProviderName, long ResourceId, int ResourceItems, IReadOnlyList<NegativeItemView> Items, string Impact,
    IReadOnlyList<ClausePart> Clause, string BasisState, Tone BasisTone, DateOnly? EffectiveOn, string Ban, string BanText, string LegalOpinion, DateOnly? ReviewOn, string DecidedBy, DateTimeOffset? DecidedAt,
    IReadOnlyList<SignStepView> Route, IReadOnlyList<CheckLine> Checks, IReadOnlyList<Fault> Blocks, IReadOnlyList<SignOff> SignOffs, IReadOnlyList<PastEvent> History, IReadOnlyList<NegativeRow> Others, IReadOnlyList<NegativeDemandView> Demands, int Version, NegativeMay May, long Replaces, long Successor, ReviewReason? Review);

/// <summary>Why an entry waits for its 定期复核 before its day.</summary>
/// <param name="Cause">A Chinese word.</param>
/// <param name="Law">The law that changed.</param>
/// <param name="Clause">What of it the entry quotes.</param>
/// <param name="On">From which day on.</param>
public sealed record ReviewReason(string Cause, string Law, string Clause, DateOnly? On);
