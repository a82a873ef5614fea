using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>Refusals that several use-cases share.</summary>
internal static class PersonFaults
{
    public static readonly Fault NotFound = new("organizations.person.not-found", "没有这个人员，或者他不属于您的单位。", null, FaultKind.NotFound);

    public static readonly Fault Changed = new("organizations.person.changed", "别人刚刚改动了这个人员，您的修改没有保存。请看过现在的内容再改一次。", null, FaultKind.Conflict);

    public static readonly Fault Oneself = new("organizations.person.oneself", "不能对自己的账号做这项操作。请另一位管理员办理。", null, FaultKind.Forbidden);
}
