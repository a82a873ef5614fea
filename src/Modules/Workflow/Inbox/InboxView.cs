using Qingdan.Records.Contracts;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Inbox;

/// <summary>A page of the inbox.</summary>
/// <param name="Folder">Name of the folder.</param>
/// <param name="Rows">Its cases, what was last changed first.</param>
/// <param name="Next">Give it as <c>before</c> for older ones; null at the end.</param>
/// <param name="Tabs">The tabs beside 待办.</param>
public sealed record InboxView(string Folder, IReadOnlyList<CaseRow> Rows, long? Next, IReadOnlyList<InboxTab> Tabs);
