using Qingdan.Lists.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Impacts;

/// <summary>What would become of a record, in words. Pure. To forbid means: 列入负面清单, or 不予共享.</summary>
internal sealed record ImpactEffects(bool Forbids, ShareProperty? Share)
{
    public string OnCase(CaseStand stand) => (Forbids, stand) switch
    {
        (true, CaseStand.InUse) => "授权要终止或改用替代方式，须先协商并备案",
        (true, _) => "答复时受新的禁止约束，要改用替代方式或坚持提交",
        (_, CaseStand.InUse) => "已有的授权不变，续期时按新的共享属性",
        _ => Share == ShareProperty.Unconditional ? "答复按无条件共享办理，期限更短" : "答复按有条件共享办理，期限更长",
    };

    public string OnDemand() => Forbids ? "提交和办理时会看到禁止的依据" : "办理时按新的共享属性";

    public string OnResponsibility(bool whole) => !Forbids ? "共享属性变更，待确认" : whole ? "整条移出责任清单" : "移出这些数据项，其余保留";

    public string OnNegative() => Forbids ? "已在负面清单或正在审核，合并考虑" : "与负面清单冲突，须先移出这一条";
}
