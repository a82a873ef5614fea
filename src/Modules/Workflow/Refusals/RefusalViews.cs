using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Refusals;

/// <summary>A law that changed. <paramref name="Change"/> is a Chinese word; <paramref name="Refused"/> counts items that were refused on it.</summary>
public sealed record ChangedLawRow(long Id, string Name, string Change, bool Repealed, DateOnly On, int Refused);

/// <summary>What was refused on a law.</summary>
/// <param name="Article">Only this article; null for the whole law.</param>
/// <param name="Items">How many items in all.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="Next">Give it as <c>before</c> for older ones; null at the end.</param>
public sealed record RefusalsView(long Law, string Name, int? Article, int Items, int Cases, IReadOnlyList<RefusalRow> Rows, long? Next);

/// <summary>A case in which items were refused on a law. <paramref name="State"/> is a Chinese word.</summary>
/// <param name="Clauses">What of the law was cited.</param>
/// <param name="On">The day of the answer.</param>
/// <param name="DisputeId">The dispute about it that is open; 0 for none.</param>
/// <param name="MayDispute">The reader may raise one: the provider then has to answer again (政务数据共享条例 28).</param>
/// <param name="MayDemand">The reader may state the demand anew.</param>
/// <param name="ResourceId">A resource that was refused; 0 outside the catalogue.</param>
public sealed record RefusalRow(
    long CaseId, string Case, long UnitId, string Unit, long ProviderId, string Provider, IReadOnlyList<string> Items, IReadOnlyList<string> Clauses, DateOnly? On, string State, Tone Tone, long DisputeId,
    bool MayDispute, bool MayDemand, long ResourceId);
