using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Usage.Viewing;

/// <summary>使用情况 for people: by grant, unit or resource, what was refused, and what nobody uses. From figures that are kept with the log.</summary>
internal sealed class FindUse(Store store, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>The ways to look.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Ways = [new("grant", "按授权"), new("unit", "按使用单位"), new("resource", "按数据"), new("refused", "被拒绝的"), new("unused", "没有用过的")];

    /// <summary>The stretches of days.</summary>
    public static readonly IReadOnlyList<int> Stretches = [7, 30, 90];

    /// <summary>Days without a call after which a grant counts as not used.</summary>
    public const int Unused = 90;

    private const int Most = 500;

    /// <summary>The page.</summary>
    public async Task<UseView> Page(string? by, int days, Actor actor, CancellationToken cancel)
    {
        var (units, today) = (await organizations.Tree(cancel), clock.Today());
        var way = Ways.Any(w => w.Key == by) ? by! : "grant";
        var stretch = Stretches.Contains(days) ? days : 30;
        var (from, mine) = (today.AddDays(1 - stretch), actor.Is(Roles.SeeAll) ? "" : $" AND (unit_id IN ({Own()}) OR provider_id IN ({Own()}))");
        var course = (await store.Query($"SELECT day, sum(answered), sum(refused), sum(failed) FROM exchange_use WHERE day >= @from{mine} GROUP BY day", r => new UseDay(DateOnly.Parse(r.GetString(0), null), r.Sum(1), r.Sum(2), r.Sum(3)), cancel, ("from", Shown.Day(from)))).ToDictionary(d => d.Day);
        return new(way, stretch, [.. Enumerable.Range(0, stretch).Select(from.AddDays).Select(d => course.GetValueOrDefault(d) ?? new(d, 0, 0, 0))],
            way switch { "refused" => [], "unused" => await NotUsed(units, actor, today, cancel), _ => await Lines(way, from, today, mine, units, cancel) }, way == "refused" ? await Refusals($"day >= @from{Callers(actor, units)}", cancel, ("from", Shown.Day(from))) : [], actor.Is(Roles.DataCentre));

        string Own() => string.Join(',', units.Family(actor.UnitId));
    }

    /// <summary>Some calls beyond the grant, of any day, as they are followed up; null when there were none.</summary>
    public async Task<RefusalLine?> Attempts(Attempts about, Actor actor, CancellationToken cancel)
    {
        if (!RefusalKind.IsBeyondScope(about.Code)) return null;
        var which = $"code = @code AND application_id = @application AND resource_id = @resource{Callers(actor, await organizations.Tree(cancel))}";
        return (await Refusals(which, cancel, ("code", about.Code), ("application", about.ApplicationId), ("resource", about.ResourceId))).SingleOrDefault();
    }

    // Who is not of the city sees what its own applications were refused.
    private static string Callers(Actor actor, UnitTree units) =>
        actor.Is(Roles.SeeAll) ? "" : $" AND application_id IN (SELECT id FROM exchange_applications WHERE unit_id IN ({string.Join(',', units.Family(actor.UnitId))}))";

    private async Task<IReadOnlyList<UseLine>> Lines(string way, DateOnly from, DateOnly today, string mine, UnitTree units, CancellationToken cancel)
    {
        var column = way switch { "unit" => "unit_id", "resource" => "resource_id", _ => "grant_id" };
        var sums = await store.Query(
            $"SELECT {column}, sum(answered), sum(refused), sum(failed), sum(row_count), sum(bytes), max(last_at), sum(CASE WHEN day = @today THEN answered + failed ELSE 0 END) FROM exchange_use WHERE day >= @from AND {column} <> 0{mine} GROUP BY {column} ORDER BY sum(answered) + sum(refused) + sum(failed) DESC, {column} LIMIT {Most}",
            r => new UseLine(r.GetInt64(0), "", "", "", r.Sum(1), r.Sum(2), r.Sum(3), r.Sum(4), r.Sum(5), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(6)), r.Sum(7)), cancel, ("from", Shown.Day(from)), ("today", Shown.Day(today)));
        var ids = sums.ConvertAll(s => s.Id);
        if (way == "unit") return sums.ConvertAll(s => s with { Name = units.ShortName(s.Id), Href = $"/exchange/grants?unit={s.Id}" });
        var grants = await store.Set<Grant>().AsNoTracking().Where(g => way == "grant" ? ids.Contains(g.Id) : ids.Contains(g.ResourceId)).Select(g => new { g.Id, g.Number, g.ResourceId, g.Resource, g.UnitId, g.Quota }).ToListAsync(cancel);
        if (way == "resource")
        {
            var names = grants.GroupBy(g => g.ResourceId).ToDictionary(g => g.Key, g => g.First().Resource);
            return sums.ConvertAll(s => s with { Name = names.GetValueOrDefault(s.Id, $"#{s.Id}"), Href = $"/catalog/{s.Id}" });
        }
        var known = grants.ToDictionary(g => g.Id);
        return [.. sums.Where(s => known.ContainsKey(s.Id)).Select(s => s with { Name = known[s.Id].Resource, Beside = $"{units.ShortName(known[s.Id].UnitId)} · {known[s.Id].Number}", Href = $"/exchange/grants/{s.Id}", Quota = known[s.Id].Quota })];
    }

    private async Task<IReadOnlyList<UseLine>> NotUsed(UnitTree units, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var since = Shown.Day(today.AddDays(-Unused));
        var idle = store.Set<Grant>().FromSql($"SELECT * FROM exchange_grants g WHERE NOT EXISTS (SELECT 1 FROM exchange_use u WHERE u.grant_id = g.id AND u.day >= {since} AND u.answered > 0)").AsNoTracking();
        var before = clock.GetUtcNow().AddDays(-Unused);
        var rows = await GrantAccess.Visible(idle, actor, units).Where(g => g.State == GrantState.Active && g.GrantedAt < before).OrderBy(g => g.GrantedAt).Take(Most).ToListAsync(cancel);
        return rows.ConvertAll(g => new UseLine(g.Id, g.Resource, $"{units.ShortName(g.UnitId)} · {g.Number}", $"/exchange/grants/{g.Id}", 0, 0, 0, 0, 0, null, 0, g.Quota));
    }

    private async Task<IReadOnlyList<RefusalLine>> Refusals(string which, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        var rows = await store.Query(
            $"SELECT code, application_id, resource_id, sum(total), max(last_at) FROM exchange_refusals WHERE {which} GROUP BY code, application_id, resource_id ORDER BY sum(total) DESC, code, application_id, resource_id LIMIT {Most}",
            r => (Code: r.GetString(0), Application: r.GetInt64(1), Resource: r.GetInt64(2), Total: r.Sum(3), At: DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(4))), cancel, values);
        var (resources, callers) = (rows.ConvertAll(r => r.Resource), rows.ConvertAll(r => r.Application));
        var applications = await store.Set<Application>().AsNoTracking().Where(a => callers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var followed = (await store.Set<FollowUp>().AsNoTracking().Where(f => callers.Contains(f.ApplicationId)).OrderBy(f => f.Id).ToListAsync(cancel)).ToLookup(f => (f.Code, f.ApplicationId, f.ResourceId));
        var names = (await store.Set<Grant>().AsNoTracking().Where(g => resources.Contains(g.ResourceId)).Select(g => new { g.ResourceId, g.Resource }).Distinct().ToListAsync(cancel)).GroupBy(g => g.ResourceId).ToDictionary(g => g.Key, g => g.First().Resource);
        return rows.ConvertAll(r =>
        {
            var (beyond, last) = (RefusalKind.IsBeyondScope(r.Code), followed[(r.Code, r.Application, r.Resource)].LastOrDefault());
            return new RefusalLine(
                r.Code, RefusalKind.TextOf(r.Code), beyond, r.Application, applications.GetValueOrDefault(r.Application, ""), r.Resource, names.GetValueOrDefault(r.Resource, ""), r.Total, r.At,
                last is null ? null : new(last.Measure.Text(), last.Note, last.Person, last.At), beyond && (last is null || last.At < r.At));
        });
    }
}
