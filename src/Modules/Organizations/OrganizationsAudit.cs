using Qingdan.Platform.Audit;

namespace Qingdan.Organizations;

/// <summary>What can happen in this module.</summary>
internal static class OrganizationsAudit
{
    public const string Unit = "organizations.unit", Person = "organizations.person";

    public static readonly AuditAction Created = new("organizations.unit.created", "新增单位");
    public static readonly AuditAction Proposed = new("organizations.unit.proposed", "按名称登记待确认单位");
    public static readonly AuditAction Edited = new("organizations.unit.edited", "修改单位");
    public static readonly AuditAction Confirmed = new("organizations.unit.confirmed", "确认单位");
    public static readonly AuditAction Merged = new("organizations.unit.merged", "合并单位");
    public static readonly AuditAction MergeUndone = new("organizations.unit.merge-undone", "合并已撤销");
    public static readonly AuditAction KeptApart = new("organizations.unit.kept-apart", "确认不是同一单位");
    public static readonly AuditAction DutiesMoved = new("organizations.unit.duties-moved", "职能划转已登记");
    public static readonly AuditAction DutiesCarriedOut = new("organizations.unit.duties-carried-out", "职能划转已生效");
    public static readonly AuditAction DutiesWithdrawn = new("organizations.unit.duties-withdrawn", "职能划转已撤回");

    public static readonly AuditAction PersonCreated = new("organizations.person.created", "账号已开设");
    public static readonly AuditAction PersonEdited = new("organizations.person.edited", "修改人员");
    public static readonly AuditAction PersonDisabled = new("organizations.person.disabled", "账号已停用");
    public static readonly AuditAction PersonEnabled = new("organizations.person.enabled", "账号已启用");
    public static readonly AuditAction PersonUnlocked = new("organizations.person.unlocked", "锁定已解除");
    public static readonly AuditAction RolesGranted = new("organizations.person.roles-granted", "角色已授予");
    public static readonly AuditAction PasswordReset = new("organizations.person.password-reset", "密码已重置");
    public static readonly AuditAction PasswordChanged = new("organizations.person.password-changed", "修改本人密码");
    public static readonly AuditAction StandInRecorded = new("organizations.person.stand-in-recorded", "代理已登记");
    public static readonly AuditAction StandInEnded = new("organizations.person.stand-in-ended", "代理已收回");
    public static readonly AuditAction SignedIn = new("organizations.session.signed-in", "已登录");
    public static readonly AuditAction SignInRefused = new("organizations.session.refused", "登录未成功");
    public static readonly AuditAction SignedOut = new("organizations.session.signed-out", "已退出登录");
}
