using Qingdan.Lists.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Workflow.Cases;

/// <summary>How the wanted data stand in the catalogue.</summary>
internal static class CaseKinds
{
    /// <summary>What the list does not state as 无条件共享 takes the longer term.</summary>
    public static CaseKind Of(DemandFacts demand) =>
        !demand.InCatalog ? CaseKind.Outside : demand.Items.All(i => i.Share == ShareProperty.Unconditional) ? CaseKind.Unconditional : CaseKind.Conditional;
}
