using Qingdan.Platform.Web;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Orders.Viewing;

/// <summary>An order in a list.</summary>
/// <param name="To">Of whom it is asked.</param>
/// <param name="Left">Working days left, negative when late; null when it waits for no answer.</param>
public sealed record OrderRow(long Id, string Number, long CaseId, string Case, string To, string State, Tone Tone, DateOnly DueOn, int? Left, DateTimeOffset ChangedAt);

/// <summary>One thing that was done.</summary>
public sealed record OrderStepView(string Act, string Text, string Unit, string Person, DateTimeOffset At);

/// <summary>The list.</summary>
/// <param name="Tab">Name of a state, <c>Late</c>, or empty for all.</param>
/// <param name="Next">Give it as <c>before</c> for older ones; null at the end.</param>
public sealed record OrderListView(string Tab, IReadOnlyList<TabName> Tabs, IReadOnlyList<OrderRow> Rows, long? Next);

/// <summary>A tab: its value in the address, empty for all, and its Chinese name.</summary>
public sealed record TabName(string Value, string Text);

/// <summary>The page of an order; <paramref name="From"/> and <paramref name="To"/> are full names, as a letter has them, <paramref name="Kept"/> the final files of its letter.</summary>
public sealed record OrderView(OrderRow Row, string From, string To, string Asks, string IssuedBy, string IssuerRole, IReadOnlyList<OrderStepView> Steps, int Edit, bool MayAnswer, bool MayAskAgain, bool MayClose, bool OpinionOwed, bool MayKeep, IReadOnlyList<KeptLetterView> Kept);

/// <summary>The orders of a case on its page.</summary>
/// <param name="MayAsk">Whom this person may ask; empty for nobody.</param>
public sealed record CaseOrdersView(IReadOnlyList<OrderRow> Rows, IReadOnlyList<Option> MayAsk);
