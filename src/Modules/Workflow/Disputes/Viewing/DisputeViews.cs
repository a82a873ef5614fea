using Qingdan.Platform.Web;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Disputes.Viewing;

/// <summary>A dispute in a list.</summary>
public sealed record DisputeRow(long Id, long CaseId, string Name, string Unit, string Provider, string State, Tone Tone, string Turn, string Claim, DateOnly? DueOn, int? Left, DateTimeOffset OpenedAt);

/// <summary>The list.</summary>
public sealed record DisputeListView(IReadOnlyList<DisputeRow> Rows, bool Settled, int Page, int Size, long Total);

/// <summary>An item that was refused, with reason and basis.</summary>
public sealed record RefusedItem(long Id, string Name, string Reason, string Basis)
{
    internal static RefusedItem Of(CaseAnswer a) => new(a.ItemId, a.Name, a.Reason, a.BasisName.Length == 0 ? "" : $"《{a.BasisName.Trim('《', '》')}》{a.BasisClause}");
}

/// <summary>What this person may do; <paramref name="Settles"/>: item by item.</summary>
public sealed record DisputeActView(string Act, string Title, string Says, bool Settles, bool NeedsDocument);

/// <summary>One thing that happened.</summary>
public sealed record DisputeStepView(string Act, string Note, string Unit, string Person, DateTimeOffset At);

/// <summary>The page of a dispute.</summary>
public sealed record DisputeView(
    DisputeRow Row, IReadOnlyList<RefusedItem> Items, IReadOnlyList<ClockView> Clocks, IReadOnlyList<DisputeStepView> Steps, IReadOnlyList<DisputeActView> May, string Outcome, string DocumentNumber, int Edit)
{
    /// <summary>The clock that runs; null when none does.</summary>
    public ClockView? Clock => Clocks.LastOrDefault(c => c.StoppedOn is null);
}
