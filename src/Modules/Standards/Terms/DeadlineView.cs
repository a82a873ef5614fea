using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.Terms;

/// <summary>The calculator: what was asked, as it was typed, and the answer.</summary>
/// <param name="Profiles">All profiles with their terms.</param>
/// <param name="Term">Profile and term: <c>national-2025.T2</c>.</param>
/// <param name="From">The day of the event.</param>
/// <param name="Extended">With the full extension.</param>
/// <param name="Result">Null before the first question and when it was refused.</param>
public sealed record DeadlineView(IReadOnlyList<RuleProfile> Profiles, string Term, string From, bool Extended, Deadline? Result);
