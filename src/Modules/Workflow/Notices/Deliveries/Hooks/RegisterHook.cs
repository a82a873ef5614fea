using System.Net;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>A registered hook with the secret that is shown once.</summary>
public sealed record NewHookView(string Url, string Secret);

/// <summary>登记推送地址: by the authority or the data centre, for one unit or for the whole city.</summary>
internal sealed class RegisterHook(Store store, HookSecret secrets, HookOptions options, IOrganizationDirectory organizations, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int MostCharacters = 500;

    /// <summary>Registers one; <paramref name="unit"/> is any name of a unit, empty for the whole city.</summary>
    public async Task<Result<NewHookView>> Run(string url, string unit, Actor actor, CancellationToken cancel)
    {
        var (address, faults) = (url.Trim(), new List<Fault>());
        if (address.Length > MostCharacters || !Uri.TryCreate(address, UriKind.Absolute, out var parsed) || (parsed.Scheme != Uri.UriSchemeHttp && parsed.Scheme != Uri.UriSchemeHttps) || parsed.UserInfo.Length > 0)
            faults.Add(new("workflow.hook.url", "请填写 http 或 https 开头的完整地址，不超过 500 字，不带账号。", "url"));
        else if (!options.AllowLocal && (parsed.IsLoopback || (IPAddress.TryParse(parsed.DnsSafeHost, out var ip) && HookAddress.Forbidden(ip))))
            faults.Add(new("workflow.hook.local", "地址指向本机、本机网段或云平台的元数据服务，不允许登记。", "url"));
        var units = await organizations.Tree(cancel);
        var unitId = unit.Trim().Length == 0 ? 0 : units.Resolve(unit);
        if (unitId is null) faults.Add(new("workflow.hook.unit", "没有找到单位“{0}”。请填写它的全称、简称或代码；全市的不填。", "unit", FaultKind.Invalid, unit.Trim()));
        if (!actor.Is(Roles.City)) faults.Add(new("workflow.hook.not-yours", "推送地址由主管部门或者大数据中心登记。", null, FaultKind.Forbidden));
        if (faults.Count > 0) return faults;
        var secret = HookSecret.New();
        var hook = new Hook { Id = ids.Next(), UnitId = unitId!.Value, Url = address, Secret = secrets.Keep(secret), Person = actor.Name, At = clock.GetUtcNow() };
        store.Add(hook);
        audit.Add(actor, DeliveryAudit.HookRegistered, new Subject(DeliveryAudit.HookKind, hook.Id, address), after: new { hook.UnitId, hook.Url });
        await store.SaveChangesAsync(cancel);
        return new NewHookView(address, secret);
    }
}
