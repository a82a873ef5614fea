using Qingdan.Lists.Contracts;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>What the negative list forbids today is not granted as it is, whoever would: by the answer, its signature, a settlement or the level above.</summary>
internal static class ForbiddenItems
{
    /// <summary>Why this item cannot have this verdict; null when it can.</summary>
    public static Fault? Refusal(DemandedItem item, Verdict verdict, string field) => verdict != Verdict.Agree || item.Forbidden.Length == 0 ? null
        : new("workflow.answer.negative", "“{0}”在负面清单中（{1}），不能直接同意：可以用替代方式满足，或者先把它移出负面清单。", field, FaultKind.Conflict, item.Name, item.Forbidden);

    /// <summary>Why these items cannot have these verdicts.</summary>
    public static List<Fault> Refusals(DemandFacts demand, IReadOnlyDictionary<long, Verdict> verdicts, string field) =>
        [.. demand.Items.Where(i => verdicts.ContainsKey(i.Id)).Select(i => Refusal(i, verdicts[i.Id], field)).OfType<Fault>()];
}
