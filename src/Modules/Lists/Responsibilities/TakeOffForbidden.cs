using Qingdan.Lists.Generation;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Records.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// What comes into force in the 负面清单 leaves the rows of the 责任清单 in force in the same transaction (上海市数据条例 38: 可以共享的 there, 不能共享的 here).
/// Each row keeps it as a confirmed change under the decision that listed the ban.
/// </summary>
internal sealed class TakeOffForbidden(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, DecisionBook decisions, Bans forbidden, ApplyChange apply)
{
    /// <summary>Runs inside the caller's transaction; <paramref name="listed"/> are the new bans.</summary>
    public async Task Run(IReadOnlyList<Ban> listed, Decision decision, Actor actor, CancellationToken cancel)
    {
        if (listed.Count == 0) return;
        var bans = new BanSet(listed, await organizations.Tree(cancel));
        var taken = 0;
        foreach (var (id, provider, resource, row) in await forbidden.Met(bans, "state = 'InForce'", cancel))
        {
            var left = bans.Without(provider, resource, row);
            if (ReferenceEquals(left, row)) continue;
            // What was proposed before rests on a content that is gone; the generation that follows proposes anew.
            await store.Execute("DELETE FROM lists_changes WHERE state = 'Open' AND entry_id = @id", cancel, ("id", id));
            var change = new EntryChange
            {
                Id = ids.Next(), EntryId = id, ProviderId = provider, Kind = left is null ? EntryChangeKind.Remove : EntryChangeKind.Modify, Before = ContentLines.Json(row),
                After = left is null ? "" : ContentLines.Json(left), Digest = left is null ? "" : new ContentDigest().Of(left), Reason = "列入负面清单的数据，同时退出责任清单。", At = clock.GetUtcNow(),
            };
            store.Add(change);
            await store.SaveChangesAsync(cancel);
            if (await apply.Run(change, row, decision, actor, cancel)) taken++;
        }
        if (taken == 0) return;
        await decisions.Touch(decision, ListsAudit.EntryKind, "lists_entries", $"decision_id = {decision.Id}", nameof(EntryState.InForce), cancel);
        audit.Add(actor, ListsAudit.ChangesConfirmed, decision.AsSubject(), after: new { RowCount = taken });
    }
}
