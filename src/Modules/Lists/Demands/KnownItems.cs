using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>What the lists already say about a wanted item.</summary>
internal enum KnownKind
{
    /// <summary>In no list yet.</summary>
    Unlisted,

    /// <summary>责任清单, in force.</summary>
    Responsibility,

    /// <summary>拟列入: proposed, nobody has confirmed it; no hindrance.</summary>
    Candidate,

    /// <summary>责任清单, 暂停提供.</summary>
    Suspended,

    /// <summary>负面清单, in force: the law forbids it, there may be another way.</summary>
    Negative,
}

/// <summary>One item's standing, and the row of the list that says so. For a negative entry <paramref name="Text"/> is its clause and <paramref name="Alternatives"/> the other ways.</summary>
internal sealed record Known(KnownKind Kind, ShareProperty? Share = null, string Text = "", string Alternatives = "", long RowId = 0, string Number = "")
{
    /// <summary>The entry that forbids it; 0 for none.</summary>
    public long NegativeId => Kind == KnownKind.Negative ? RowId : 0;
}

/// <summary>Looks up wanted items in the three lists: two statements however many items.</summary>
internal sealed class KnownItems(Store store)
{
    /// <summary>What the lists say of the items of these resources.</summary>
    public async Task<KnownStandings> Of(IReadOnlyCollection<long> resources, CancellationToken cancel)
    {
        var known = new Dictionary<(long, long), Known>();
        if (resources.Count == 0) return new KnownStandings(known, []);
        var entries = await store.Set<Entry>().Where(e => resources.Contains(e.ResourceId) && (e.State == EntryState.InForce || e.State == EntryState.Candidate || e.State == EntryState.Suspended))
            .LeftJoin(store.Set<EntryItem>(), e => e.Id, i => i.EntryId, (e, i) => new { e.Id, e.Number, e.ResourceId, e.State, e.Share, e.ShareCondition, Item = i }).AsNoTracking().ToListAsync(cancel);
        foreach (var row in entries)
        {
            known[(row.ResourceId, 0)] = Standing(row.State, row.Share, row.ShareCondition, row.Id, row.Number);
            if (row.Item is { } item) known[(row.ResourceId, item.ItemId)] = Standing(row.State, item.Share ?? row.Share, item.ShareCondition.Length > 0 ? item.ShareCondition : row.ShareCondition, row.Id, row.Number);
        }
        return new KnownStandings(known, await Negatives(resources, cancel));
    }

    /// <summary>Names of the wanted items that stand in the negative list.</summary>
    public async Task<IReadOnlyList<string>> OnNegativeList(DemandInput input, CancellationToken cancel)
    {
        var resources = input.Items.Where(i => i.ResourceId != 0).Select(i => i.ResourceId).Distinct().ToList();
        if (resources.Count == 0) return [];
        var bans = new KnownStandings(new Dictionary<(long, long), Known>(), await Negatives(resources, cancel));
        return [.. input.Items.Where(i => bans.Ban(i.ResourceId, i.ItemId) is not null).Select(i => i.Name)];
    }

    private async Task<List<(long Resource, long Item, Known Standing)>> Negatives(IReadOnlyCollection<long> resources, CancellationToken cancel)
    {
        var rows = await store.Set<Negative>().Where(n => resources.Contains(n.ResourceId) && n.State == NegativeState.InForce)
            .LeftJoin(store.Set<NegativeItem>(), n => n.Id, i => i.NegativeId, (n, i) => new { n.Id, n.Number, n.ResourceId, n.BasisName, n.BasisClause, n.Alternatives, Item = i }).AsNoTracking().ToListAsync(cancel);
        return rows.ConvertAll(n => (n.ResourceId, n.Item?.ItemId ?? 0, new Known(KnownKind.Negative, ShareProperty.NotShared, $"《{n.BasisName}》{n.BasisClause}", n.Alternatives, n.Id, n.Number ?? "")));
    }

    private static Known Standing(EntryState state, ShareProperty? share, string condition, long id, string? number) =>
        new(state switch { EntryState.InForce => KnownKind.Responsibility, EntryState.Suspended => KnownKind.Suspended, _ => KnownKind.Candidate }, share, condition, RowId: id, Number: number ?? "");
}
