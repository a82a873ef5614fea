using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts;

/// <summary>停用: the gateway calls it no longer. 无正当理由，不得终止或者变更 (政务数据共享条例 27 III): the reason is owed and kept.</summary>
internal sealed class StopMount(Store store, MountAccess access, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int Longest = 500;

    /// <summary>Stops it.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string why, Actor actor, CancellationToken cancel)
    {
        var found = await access.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var mount)) return found.As<Done>();
        if (mount.State != MountState.Mounted) return MountFaults.NotInService;
        if (string.IsNullOrWhiteSpace(why) || why.Length > Longest) return new Fault("exchange.mount.why", "请写明停用的正当理由，不超过 {0} 字。", "why", FaultKind.Invalid, Longest);
        if (ClassificationMarks.Refusal(why, "why") is { } marked) return marked;
        (mount.State, mount.StoppedWhy) = (MountState.Stopped, why.Trim());
        mount.Touch(ids, clock);
        audit.Add(actor, MountAudit.Stopped, MountAudit.Of(mount), new { State = nameof(MountState.Mounted) }, new { State = $"{mount.State}" }, mount.StoppedWhy);
        return await store.TrySave(cancel) ? new Done() : MountFaults.ChangedMeanwhile;
    }
}
