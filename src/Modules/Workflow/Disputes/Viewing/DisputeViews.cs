using System.Text.Json.Serialization;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Disputes.Viewing;

/// <summary>A dispute in a list.</summary>
public sealed record DisputeRow(long Id, long CaseId, string Name, string Unit, string Provider, string State, Tone Tone, string Turn, string Claim, DateOnly? DueOn, int? Left, DateTimeOffset OpenedAt);

/// <summary>The list.</summary>
public sealed record DisputeListView(IReadOnlyList<DisputeRow> Rows, bool Settled, int Page, int Size, long Total);

/// <summary>An item that was refused, with reason and basis.</summary>
/// <param name="FullName">Its name with that of its resource.</param>
/// <param name="Settled">What the settlement made of it, in Chinese; empty while it is refused.</param>
public sealed record RefusedItem(long Id, string Resource, string Name, string FullName, string Reason, string Basis, string Settled, Tone Tone)
{
    internal static RefusedItem Of(CaseAnswer a) => new(a.ItemId, a.Resource, a.Name, a.FullName, a.Reason, a.Basis, a.Settled?.Text(a.Resource.Length > 0) ?? "", a.Standing.Tone());
}

/// <summary>What this person may do; <paramref name="Settles"/>: item by item.</summary>
public sealed record DisputeActView(string Act, string Title, string Says, bool Settles, bool NeedsDocument);

/// <summary>One thing that happened.</summary>
public sealed record DisputeStepView(string Act, string Note, string Unit, string Person, DateTimeOffset At);

/// <summary>The page of a dispute.</summary>
public sealed record DisputeView(
    DisputeRow Row, IReadOnlyList<RefusedItem> Items, IReadOnlyList<ClockView> Clocks, IReadOnlyList<DisputeStepView> Steps, IReadOnlyList<DisputeActView> May, string Outcome, string DocumentNumber, int Edit)
{
    /// <summary>Why nothing can be granted at present; null when it can.</summary>
    [JsonIgnore]
    public Fault? Hindrance { get; init; }

    /// <summary>The clock that runs; null when none does.</summary>
    public ClockView? Clock => Clocks.LastOrDefault(c => c.StoppedOn is null);
}
