using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Usage.Calls;

/// <summary>A call in a list. <paramref name="Result"/> and <paramref name="Why"/> are Chinese keys of their translations.</summary>
/// <param name="Id">The number that caller and provider were told.</param>
/// <param name="Application">Empty for a caller that is not known.</param>
/// <param name="Why">Why it was refused or failed, a sentence; empty when it was not.</param>
/// <param name="Code">The stable code of that.</param>
public sealed record CallRow(
    long Id, DateTimeOffset At, long ApplicationId, string Application, string Consumer, string Provider, long ResourceId, string Resource, long GrantId, string Grant, string Result, Tone Tone, string Why, string Code, long Rows, long Bytes, int Milliseconds, int Status);

/// <summary>The list. <paramref name="Next"/>: give it as <c>before</c> for older ones; null at the end.</summary>
/// <param name="Day">The day it is of, as typed or today.</param>
public sealed record CallsView(string Day, IReadOnlyList<Option> Results, IReadOnlyList<CallRow> Rows, string? Next);

/// <summary>One call: what stands of it in the log, and what that means.</summary>
/// <param name="Items">Names of the items that went out.</param>
/// <param name="Entry">The entry of a list that allowed or stopped it; empty for none.</param>
/// <param name="EntryHref">Its page.</param>
/// <param name="Request">Keyed digest of the question, hexadecimal; empty when it was not read.</param>
/// <param name="Answer">Keyed digest of the answer.</param>
/// <param name="Node">Chain of the log.</param>
/// <param name="Sequence">Place in it.</param>
/// <param name="Digest">The chain's digest there.</param>
/// <param name="SignedAt">When a checkpoint covered it; null when none does yet.</param>
public sealed record CallView(CallRow Row, string Purpose, IReadOnlyList<string> Items, string Entry, string EntryHref, string Request, string Answer, string Node, long Sequence, string Digest, DateTimeOffset? SignedAt);
