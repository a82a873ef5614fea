using Qingdan.Platform.Results;

namespace Qingdan.Organizations.Units;

/// <summary>Refusals that several use-cases share.</summary>
internal static class OrganizationFaults
{
    public static readonly Fault NotFound = new("organizations.unit.not-found", "没有这个单位，或者它已并入别的单位。", null, FaultKind.NotFound);

    public static readonly Fault Changed = new("organizations.unit.changed", "别人刚刚改动了这个单位，您的操作没有保存。请刷新后再试。", null, FaultKind.Conflict);
}
