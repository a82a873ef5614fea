using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Demands;

/// <summary>使用依据 against the register of laws: one that was repealed or amended is told with what took its place, and hinders handing in until the unit says why it cites it.</summary>
internal sealed class CitedLaw(LegalRegister register)
{
    /// <summary>What is to be said of the basis; null when it is the law today or the register does not know it.</summary>
    public async Task<Fault?> Doubt(DemandInput input, CancellationToken cancel)
    {
        if (await register.Outdated(input.BasisName, input.BasisNumber, cancel) is not { } law) return null;
        return law.SuccessorOn is { } day
            ? new("lists.demand.basis.outdated", "使用依据“{0}”{1}，现行有效的是“{2}”（{3} 起施行）。请改引现行的条款，或写明仍引用的理由。", "basisName", FaultKind.Invalid, law.Name, law.State.Name(), law.Successor, Shown.Day(day))
            : new("lists.demand.basis.outdated", "使用依据“{0}”{1}。请改引现行有效的条款，或写明仍引用的理由。", "basisName", FaultKind.Invalid, law.Name, law.State.Name());
    }
}
