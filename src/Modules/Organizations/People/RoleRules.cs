using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.People;

/// <summary>
/// 三员分立: system administrator, security administrator and auditor are three different people, and none of them holds another role.
/// So nobody can give himself rights and wipe the trace.
/// </summary>
internal static class RoleRules
{
    public static readonly string[] Three = [Roles.SystemAdmin, Roles.SecurityAdmin, Roles.Auditor];

    public static Fault? Look(IReadOnlyCollection<string> roles)
    {
        if (roles.FirstOrDefault(r => !Roles.Names.ContainsKey(r)) is { } unknown) return new Fault("organizations.role.unknown", "没有角色“{0}”。请从列表中选择。", "roles", FaultKind.Invalid, unknown);
        if (roles.Count > 1 && roles.FirstOrDefault(Three.Contains) is { } alone)
            return new Fault("organizations.role.alone", "{0}不能兼任其他角色（三员分立）。请只选这一个，或者去掉它。", "roles", FaultKind.Invalid, Roles.Names[alone]);
        return null;
    }
}
