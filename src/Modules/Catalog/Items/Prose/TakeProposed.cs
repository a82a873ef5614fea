using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Bulk;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>What a person confirmed for one resource.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Edit">The number of what the person saw.</param>
/// <param name="Items">The ticked names.</param>
internal sealed record ConfirmedItems(long Id, int Edit, IReadOnlyList<string> Items);

/// <summary>
/// 从摘要补数据项: takes the names a person confirmed over into drafts, a published resource's into its next version beside it; undone as one.
/// Only what the summary names now is taken, and only into what the person saw.
/// </summary>
internal sealed class TakeProposed(Store store, AuditLog audit, IdSource ids, DecisionBook decisions, ResourceAccess access, SaveResource save)
{
    /// <summary>Most resources at once, and the kind of its decisions.</summary>
    public const int Most = 200;

    public const string Taking = "catalog.items-from-summary";

    private const string Why = "从摘要补数据项";

    private static readonly Fault TooMany = new("catalog.proposed.too-many", "一次最多确认 {0} 个目录，请分几次确认。", "items", FaultKind.TooLarge, Most);
    private static readonly Fault Nothing = new("catalog.proposed.nothing", "请至少勾选一个目录，并在其中勾选一个数据项。", "items");
    private static readonly Fault NotAsSeen = new("catalog.proposed.not-as-seen", "勾选的目录在您打开之后都又有变化，没有补数据项。请重新打开这一页再确认。", "items", FaultKind.Conflict);

    /// <summary>Takes them over; what changed meanwhile is left and counted.</summary>
    public async Task<Result<BulkResult>> Run(IReadOnlyList<ConfirmedItems> confirmed, Actor actor, CancellationToken cancel)
    {
        if (confirmed.Count > Most) return TooMany;
        var wanted = confirmed.Where(c => c is { Items.Count: > 0 }).DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        if (wanted.Count == 0) return Nothing;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var rows = await (await access.Own(actor, cancel)).Where(r => wanted.Keys.Contains(r.Id) && (r.State == ResourceState.Draft || r.State == ResourceState.Published || r.State == ResourceState.Changing))
            .OrderBy(r => r.Id).ToListAsync(cancel);
        rows.RemoveAll(r => r.Edit != wanted[r.Id].Edit);
        var (decision, done) = (decisions.Add(actor, Taking, Why), new List<Resource>());
        foreach (var row in rows)
        {
            if (With(await save.Current(row, cancel), wanted[row.Id].Items) is not { } content || save.Faults(content, []).Count > 0) continue;
            var was = row.State;
            if (!(await save.Write(row, content, actor, cancel, Why)).Ok) return NotAsSeen;
            decisions.Touch(decision, CatalogAudit.Kind, row.Id, was.ToString(), row.Edit);
            done.Add(row);
        }
        if (done.Count == 0) return NotAsSeen;
        decision.RowCount = done.Count;
        audit.Add(actor, CatalogAudit.ItemsTaken, decision.AsSubject(), after: new { decision.RowCount, Resources = done.Select(r => r.Id) });
        done.Stamp(ids);
        if (!await store.TrySave(cancel)) return NotAsSeen;
        await transaction.CommitAsync(cancel);
        return new BulkResult(decision.Id, done.Count, wanted.Count - done.Count);
    }

    // Null when there are items by now, or when one of the names is not what the summary names.
    private static ResourceContent? With(ResourceContent content, IReadOnlyList<string> chosen)
    {
        if (content.Items.Count > 0) return null;
        var wanted = chosen.ToHashSet();
        var named = ItemsInProse.Read(content.Summary).Select(i => i.Name).Where(wanted.Contains).ToList();
        return named.Count == wanted.Count ? content with { Items = named.ConvertAll(name => new ItemContent { Name = name }) } : null;
    }
}
