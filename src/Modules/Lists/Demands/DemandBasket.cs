using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>需求篮: what a person picks while walking through the catalogue. Kept at the server, so it needs no script and survives the session.</summary>
internal sealed class DemandBasket(Store store, AuditLog audit, IdSource ids, TimeProvider clock, PublishedCatalog catalog, IOrganizationDirectory organizations, ListElements elements, KeepRepeats repeats)
{
    /// <summary>Catalogue rows a basket holds; more is not picked but copied.</summary>
    public const int Most = 200;

    /// <summary>All that fits a filter cannot be asked for: a demand names what is needed.</summary>
    public static readonly Fault OneByOne = new("lists.basket.one-by-one", "请逐条勾选要申请的目录，不能整批选中。", "id");

    /// <summary>Puts rows in; with <paramref name="items"/> only these items of the one row. Rows not in force are passed over.</summary>
    public async Task<Result<int>> Put(IReadOnlyCollection<long> resources, IReadOnlyCollection<long> items, Actor actor, CancellationToken cancel)
    {
        if (resources.Count == 0) return new Fault("lists.basket.nothing", "请先勾选要申请的目录。", "id");
        var rows = await store.Set<BasketRow>().Where(b => b.PersonId == actor.PersonId).ToDictionaryAsync(b => b.ResourceId, cancel);
        if (rows.Keys.Union(resources).Count() > Most) return new Fault("lists.basket.full", "需求篮最多放 {0} 个目录，请先生成需求。", null, FaultKind.TooLarge, Most);
        var found = await catalog.Of(resources, cancel);
        foreach (var resource in found)
        {
            if (!rows.TryGetValue(resource.Id, out var row)) store.Add(row = new BasketRow { PersonId = actor.PersonId, ResourceId = resource.Id });
            row.ItemIds = string.Join(',', resource.Items.Where(i => items.Contains(i.Id)).Select(i => i.Id.ToString(CultureInfo.InvariantCulture)));
            row.At = clock.GetUtcNow();
        }
        await store.SaveChangesAsync(cancel);
        return found.Count;
    }

    /// <summary>Takes rows out.</summary>
    public async Task<Result<Done>> Take(IReadOnlyCollection<long> resources, Actor actor, CancellationToken cancel)
    {
        await store.Set<BasketRow>().Where(b => b.PersonId == actor.PersonId && resources.Contains(b.ResourceId)).ExecuteDeleteAsync(cancel);
        return new Done();
    }

    /// <summary>Rows in it, also those no longer in force.</summary>
    public Task<int> Count(Actor actor, CancellationToken cancel) => store.Set<BasketRow>().CountAsync(b => b.PersonId == actor.PersonId, cancel);

    /// <summary>What is in it and in force, oldest first, with the items picked.</summary>
    public async Task<IReadOnlyList<(PublishedResource Resource, IReadOnlySet<long> Items)>> Content(Actor actor, CancellationToken cancel)
    {
        var rows = await store.Set<BasketRow>().AsNoTracking().Where(b => b.PersonId == actor.PersonId).OrderBy(b => b.At).ToListAsync(cancel);
        var resources = (await catalog.Of([.. rows.Select(r => r.ResourceId)], cancel)).ToDictionary(r => r.Id);
        return [.. rows.Where(r => resources.ContainsKey(r.ResourceId)).Select(r => (resources[r.ResourceId], Picked(r.ItemIds)))];
    }

    /// <summary>Makes one draft a provider from what was picked, and empties the basket.</summary>
    public async Task<Result<IReadOnlyList<long>>> Draft(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return DemandFaults.NotYours;
        var content = await Content(actor, cancel);
        if (content.Count == 0) return new Fault("lists.basket.empty", "需求篮是空的，请先到数据目录中勾选。", null, FaultKind.Conflict);
        var units = await organizations.Tree(cancel);
        var drafts = new List<long>();
        foreach (var group in content.GroupBy(c => units.Living(c.Resource.ProviderId)))
        {
            var input = Input(group.Key, [.. group]);
            if (DemandRules.ForSaving(input) is { Count: > 0 } faults) return faults;
            var row = new Demand { Id = ids.Next(), UnitId = actor.UnitId, Name = "", State = DemandState.Draft, CreatedAt = clock.GetUtcNow() };
            row.Fill(input, elements.Demand);
            row.Touch(ids, clock);
            store.Add(row);
            store.AddRange(input.Rows(row.Id, ids));
            audit.Add(actor, ListsAudit.DemandSaved, ListsAudit.Of(row), after: input);
            drafts.Add(row.Id);
        }
        store.RemoveRange(await store.Set<BasketRow>().Where(b => b.PersonId == actor.PersonId).ToListAsync(cancel));
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.SaveChangesAsync(cancel);
        await repeats.Look(drafts, cancel);
        await transaction.CommitAsync(cancel);
        return drafts;
    }

    private DemandInput Input(long provider, IReadOnlyList<(PublishedResource Resource, IReadOnlySet<long> Items)> rows) => new()
    {
        Name = Title(rows), ProviderId = provider, Urgency = nameof(Urgency.Normal), Personal = nameof(PersonalData.None),
        Way = rows[0].Resource.ShareWays.Split('；')[0], Frequency = rows[0].Resource.Frequency?.ToString() ?? "", Elements = elements.Demand.Defaults,
        Items = [.. rows.SelectMany(r => Items(r.Resource, r.Items))],
    };

    private static string Title(IReadOnlyList<(PublishedResource Resource, IReadOnlySet<long> Items)> rows)
    {
        var title = rows.Count == 1 ? rows[0].Resource.Name : $"{rows[0].Resource.Name}等 {rows.Count} 个目录";
        return title.Length <= 128 ? title : title[..128];
    }

    // A row without items is asked for as a whole.
    internal static IEnumerable<DemandItemInput> Items(PublishedResource resource, IReadOnlySet<long> picked) => resource.Items.Count == 0
        ? [new DemandItemInput(resource.Id, 0, resource.Name)]
        : resource.Items.Where(i => picked.Count == 0 || picked.Contains(i.Id)).Select(i => new DemandItemInput(resource.Id, i.Id, i.Name));

    private static HashSet<long> Picked(string ids) => [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];
}
