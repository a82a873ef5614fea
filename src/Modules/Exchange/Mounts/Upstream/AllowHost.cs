using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts.Upstream;

/// <summary>Lets mounts lead to a host at an inner address: by the system administrator, who knows the network.</summary>
internal sealed partial class AllowHost(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public static readonly Fault NotYours = new("exchange.host.not-yours", "只有系统管理员能允许访问内部地址。", null, FaultKind.Forbidden);
    public static readonly Fault Known = new("exchange.host.known", "这台主机已经允许访问。", "host", FaultKind.Conflict);
    private const int Longest = 200;

    /// <summary>A host as it is compared.</summary>
    public static string Plain(string host) => host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    /// <summary>Allows it and gives the id.</summary>
    public async Task<Result<long>> Run(string host, string why, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.SystemAdmin)) return NotYours;
        var faults = new List<Fault>();
        var plain = Plain(host.Trim());
        if (plain.Length > Longest || !Name().IsMatch(plain)) faults.Add(new("exchange.host.name", "请填写主机名或地址，不带协议和端口，例如 api.internal 或 127.0.0.1。", "host"));
        if (string.IsNullOrWhiteSpace(why) || why.Length > Longest) faults.Add(new("exchange.host.why", "请写明为什么允许，不超过 {0} 字。", "why", FaultKind.Invalid, Longest));
        if (ClassificationMarks.Refusal(why, "why") is { } marked) faults.Add(marked);
        if (faults.Count > 0) return faults;
        if (await store.Set<AllowedHost>().AnyAsync(h => h.Host == plain, cancel)) return Known;
        var row = new AllowedHost { Id = ids.Next(), Host = plain, Why = why.Trim(), Person = actor.Name, At = clock.GetUtcNow() };
        store.Add(row);
        audit.Add(actor, MountAudit.HostAllowed, new Subject(MountAudit.HostKind, row.Id, row.Host), after: new { row.Host }, why: row.Why);
        return await store.TrySave(cancel) ? row.Id : Known;
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9\-._]*[a-z0-9])?\z|\A[0-9a-f:.]*:[0-9a-f:.]*\z")]
    private static partial Regex Name();
}
