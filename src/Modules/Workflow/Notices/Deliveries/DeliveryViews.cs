using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>A delivery as shown.</summary>
/// <param name="Way">邮件 or 推送.</param>
/// <param name="To">Name of the person with the address masked, or address of the hook.</param>
/// <param name="Problem">Chinese sentence of what went wrong last; empty when nothing did.</param>
/// <param name="Detail">What the other side said, for the sentence.</param>
public sealed record DeliveryRow(long Id, string Way, string To, string Title, string State, Tone Tone, int Attempts, DateTimeOffset? NextAt, string Problem, string Detail, DateTimeOffset At, bool MayRetry);

/// <summary>A hook as shown; <paramref name="Unit"/> is empty for the whole city.</summary>
public sealed record HookRow(long Id, string Unit, string Url, bool Active, string Person, DateTimeOffset At);

/// <summary>The page of deliveries.</summary>
/// <param name="Tab">Name of a state; empty for all.</param>
/// <param name="MailHost">The mail server; empty when none is configured.</param>
/// <param name="Next">Give it as <c>before</c> for older ones; null at the end.</param>
public sealed record DeliveriesView(string Tab, IReadOnlyList<DeliveryRow> Rows, long? Next, IReadOnlyList<HookRow> Hooks, string MailHost);

/// <summary>A person's own settings.</summary>
/// <param name="Email">The address, masked; empty when none was given.</param>
/// <param name="MailOn">True when a mail server is configured.</param>
public sealed record SettingsView(string Mode, string Language, string Email, bool MailOn, IReadOnlyList<Option> Modes);
