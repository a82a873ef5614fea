using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Updates.Viewing;

/// <summary>One row of the list. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="Basis">The law or document that changed something.</param>
/// <param name="Turn">Whose turn it is, by name; empty at the end.</param>
/// <param name="Left">Working days left, negative when late; null where no clock runs.</param>
public sealed record UpdateRow(
    long Id, string Basis, string Cause, string Unit, DateOnly ChangedOn, string State, Tone Tone, string Turn, DateOnly? DueOn, bool Provisional, int? Left, DateTimeOffset OpenedAt, DateTimeOffset ChangedAt);

/// <summary>The list page.</summary>
public sealed record UpdateListView(IReadOnlyList<Facet> Tabs, string Tab, IReadOnlyList<UpdateRow> Rows, bool Narrows, bool MayOpen, int Page, int Total)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>The form of a new one.</summary>
/// <param name="UnitId">Whose catalogue; 0 while the city has not named it.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Laws">Names of laws whose change starts the term, to choose from.</param>
/// <param name="Resources">The unit's catalogue.</param>
public sealed record UpdateFormView(long UnitId, string Unit, IReadOnlyList<string> Laws, IReadOnlyList<DutyResource> Resources);

/// <summary>A resource concerned.</summary>
/// <param name="Unaffected">Why it stays as it is; empty when it is to be changed.</param>
/// <param name="Markable">True while the unit may say that it stays as it is.</param>
public sealed record ConcernedView(long Id, string Name, string Progress, Tone Tone, string Unaffected, bool Markable);

/// <summary>How far the resources concerned are.</summary>
/// <param name="Rows">The first ones, what is owed first.</param>
/// <param name="Total">How many in all.</param>
/// <param name="Owed">How many are neither handed in nor marked.</param>
/// <param name="Waiting">How many have yet to be published.</param>
public sealed record ConcernedList(IReadOnlyList<ConcernedView> Rows, int Total, int Owed, int Waiting)
{
    /// <summary>Rows shown.</summary>
    public const int Most = 200;
}

/// <summary>What changed, and what was said of it.</summary>
/// <param name="Origin">How it came about.</param>
/// <param name="OriginHref">The transfer or the law; empty for by hand.</param>
/// <param name="NoNeed">Why nothing has to be updated, as the unit last said.</param>
/// <param name="ExtensionDays">Working days asked for and not decided; 0 for none.</param>
/// <param name="LateAtOpening">The last day that was over when it was written down; null when it was not.</param>
public sealed record UpdateContent(string What, string Origin, string OriginHref, string NoNeed, int ExtensionDays, string ExtensionReason, DateOnly? LateAtOpening);

/// <summary>What this person may do now.</summary>
/// <param name="Work">The unit's part: mark, add, hand in, say that there is no need.</param>
/// <param name="MostExtension">Working days it may ask for; 0 for none.</param>
public sealed record UpdateMay(bool Work, int MostExtension, bool DecideExtension, bool Decide, bool DecideNoNeed, bool Withdraw);

/// <summary>The page of an update.</summary>
public sealed record UpdateView(UpdateRow Row, UpdateContent Content, ConcernedList Resources, IReadOnlyList<ClockView> Clocks, IReadOnlyList<CaseStepView> Steps, UpdateMay May, int Edit)
{
    /// <summary>The clock that runs; null when none does.</summary>
    public ClockView? Clock => Clocks.LastOrDefault(c => c.StoppedOn is null);
}

/// <summary>Choosing more resources for an update.</summary>
public sealed record AddConcernedView(long Id, string Basis, int Edit, IReadOnlyList<DutyResource> Resources);
