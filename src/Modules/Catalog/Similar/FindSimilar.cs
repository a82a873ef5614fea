using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>Which groups are meant; what cannot be read does not filter.</summary>
public sealed record SimilarFilter(GroupState State, GroupKind? Kind, long Unit)
{
    public static SimilarFilter From(QueryState query) => new(
        Enum.TryParse<GroupState>(query["state"], true, out var state) && Enum.IsDefined(state) ? state : GroupState.Open,
        Enum.TryParse<GroupKind>(query["kind"], true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0);
}

/// <summary>Groups as pages and API see them: a bounded number of statements a page, however many groups there are.</summary>
internal sealed class FindSimilar(Store store, SimilarAccess access, ResourceAccess resources, IOrganizationDirectory organizations, IListedIn lists, TimeProvider clock)
{
    /// <summary>Groups a page.</summary>
    public const int Size = 10;

    private const int MostUnits = 200;

    /// <summary>The groups behind <paramref name="after"/>, the surest first.</summary>
    public async Task<SimilarList> Page(SimilarFilter filter, string? after, int size, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var seen = (await access.Seen(actor, cancel)).AsNoTracking();
        var (family, of) = (units.Family(filter.Unit), filter.Unit);
        if (of != 0) seen = seen.Where(g => store.Set<SimilarMember>().Where(m => family.Contains(m.ProviderId)).Select(m => m.GroupId).Contains(g.Id));
        var states = await seen.GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var fitting = seen.Where(g => g.State == filter.State);
        if (filter.Kind is { } kind) fitting = fitting.Where(g => g.Kind == kind);
        if (Place(after) is (int score, long id)) fitting = fitting.Where(g => g.Score < score || (g.Score == score && g.Id < id));
        var rows = await fitting.OrderByDescending(g => g.Score).ThenByDescending(g => g.Id).Take(size + 1).ToListAsync(cancel);
        var next = rows.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{rows[size - 1].Score}:{rows[size - 1].Id}") : null;
        return new SimilarList(await Views([.. rows.Take(size)], actor, units, cancel), next, states, actor.Is(Roles.SeeAll) ? await Units(filter, units, cancel) : []);
    }

    /// <summary>One group.</summary>
    public async Task<Result<GroupView>> One(long id, Actor actor, CancellationToken cancel) =>
        await (await access.Seen(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, cancel) is { } group
            ? (await Views([group], actor, await organizations.Tree(cancel), cancel))[0]
            : SimilarAccess.NotFound;

    /// <summary>The open group a resource is in, without it; null when there is none this person sees.</summary>
    public async Task<SimilarBeside?> Beside(long resource, Actor actor, CancellationToken cancel)
    {
        var open = (await access.Seen(actor, cancel)).Where(g => g.State == GroupState.Open).Select(g => g.Id);
        var groups = store.Set<SimilarMember>().Where(m => m.ResourceId == resource && open.Contains(m.GroupId)).Select(m => m.GroupId);
        var others = await store.Set<SimilarMember>().AsNoTracking().Where(m => groups.Contains(m.GroupId) && m.ResourceId != resource)
            .Join(store.Set<Resource>(), m => m.ResourceId, r => r.Id, (m, r) => new { m.GroupId, r.Id, r.Name, r.ProviderId }).OrderBy(r => r.Id).ToListAsync(cancel);
        var units = await organizations.Tree(cancel);
        return others.Count == 0 ? null : new SimilarBeside(others[0].GroupId, [.. others.Select(r => new SimilarNeighbour(r.Id, r.Name, units.ShortName(r.ProviderId)))]);
    }

    private async Task<IReadOnlyList<GroupView>> Views(List<SimilarGroup> groups, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var numbers = groups.ConvertAll(g => g.Id);
        var members = await store.Set<SimilarMember>().AsNoTracking().Where(m => numbers.Contains(m.GroupId)).ToListAsync(cancel);
        var ids = members.Select(m => m.ResourceId).ToHashSet();
        var rows = await store.Set<Resource>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var items = (await store.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.ResourceId) && i.Place <= Profile.MostItems).OrderBy(i => i.Place).Select(i => new { i.ResourceId, i.Id, i.Name }).ToListAsync(cancel))
            .ToLookup(i => i.ResourceId, i => (i.Id, i.Name, Key: NameKey.Of(i.Name)));
        var pairs = await store.Set<SimilarPair>().AsNoTracking().Where(p => ids.Contains(p.FirstId) && ids.Contains(p.SecondId)).ToListAsync(cancel);
        var listed = await lists.OfMany(ids, actor, cancel);
        var own = await resources.Family(actor, cancel);
        var by = members.ToLookup(m => m.GroupId, m => rows[m.ResourceId]);
        return [.. groups.Select(g => View(g, [.. by[g.Id].OrderBy(r => r.MergedInto != 0).ThenBy(r => r.Id)]))];

        GroupView View(SimilarGroup group, List<Resource> rows)
        {
            var inside = rows.Select(r => r.Id).ToHashSet();
            var names = rows.SelectMany(r => items[r.Id].Select(i => i.Key).Distinct()).CountBy(key => key).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
            var best = pairs.Where(p => inside.Contains(p.FirstId) && inside.Contains(p.SecondId)).MaxBy(p => p.Score);
            var refusal = SimilarAccess.Refusal(rows.Select(r => r.ProviderId), actor, own);
            return new GroupView
            {
                Id = group.Id, Score = group.Score, Kind = group.Kind, State = group.State, Why = group.Why, DecidedBy = group.DecidedBy, DecidedAt = group.DecidedAt, KeptId = group.KeptId,
                Evidence = best is null ? null : JsonSerializer.Deserialize<Evidence>(best.Evidence, JsonText.Readable),
                Refusal = refusal, Undoable = refusal is null && group.State == GroupState.Merged && group.DecidedAt is { } at && LegalDay.Of(at) == clock.Today() ? group.DecisionId : 0,
                Members = [.. rows.Select(r => new MemberView(
                    r.Id, r.Code, r.Name, units.Living(r.ProviderId), units.ShortName(r.ProviderId), r.SystemName, r.DataUpdatedOn, r.State, r.Edit,
                    [.. items[r.Id].Select(i => new MemberItem(i.Id, i.Name, names.Contains(i.Key)))], [.. listed[r.Id]]))],
            };
        }
    }

    private async Task<IReadOnlyList<(long, string)>> Units(SimilarFilter filter, UnitTree units, CancellationToken cancel)
    {
        var groups = store.Set<SimilarGroup>().Where(g => g.State == filter.State).Select(g => g.Id);
        var found = (await store.Set<SimilarMember>().Where(m => groups.Contains(m.GroupId)).Select(m => m.ProviderId).Distinct().ToListAsync(cancel)).Append(filter.Unit).Select(units.Find).OfType<Unit>().DistinctBy(u => u.Id);
        return [.. found.OrderBy(u => u.ShortName, StringComparer.Ordinal).Take(MostUnits).Select(u => (u.Id, u.ShortName))];
    }

    private static (int Score, long Id)? Place(string? after) =>
        after?.Split(':') is [var score, var id] && int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (points, number) : null;
}
