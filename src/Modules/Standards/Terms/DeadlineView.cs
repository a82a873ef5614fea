using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.Terms;

/// <summary>The calculator: what was asked, as it was typed, and the answer.</summary>
/// <param name="Profiles">All profiles with their terms.</param>
/// <param name="Terms">Codes of the terms: <c>T2</c>.</param>
/// <param name="Kind">单位类别, or empty for all.</param>
/// <param name="From">The day of the event.</param>
/// <param name="Extended">With the full extension.</param>
/// <param name="Result">Null before the first question and when it was refused.</param>
public sealed record DeadlineView(IReadOnlyList<RuleProfile> Profiles, IReadOnlyList<string> Terms, string Kind, string From, bool Extended, DecisiveDeadline? Result);
