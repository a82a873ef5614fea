using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Grants;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications.Viewing;

/// <summary>Applications for people: the list, and one with its secrets.</summary>
internal sealed class FindApplications(Store store, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private static readonly IReadOnlyList<KeyValuePair<string, string>> Tabs = [new("", "全部"), .. Enum.GetValues<ApplicationState>().Select(s => KeyValuePair.Create($"{s}", s.Text()))];

    /// <summary>Some applications, the newest first, older than <paramref name="before"/>; 0 for the newest.</summary>
    public async Task<ApplicationListView> Page(string? tab, long before, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = ApplicationAccess.Visible(store.Set<Application>().AsNoTracking(), actor, units);
        var known = Enum.TryParse<ApplicationState>(tab, out var state) && Enum.IsDefined(state);
        if (known) rows = rows.Where(a => a.State == state);
        var found = await rows.Where(a => before == 0 || a.Id < before).OrderByDescending(a => a.Id).Take(most + 1).ToListAsync(cancel);
        return new(known ? tab! : "", Tabs, await Rows([.. found.Take(most)], units, cancel), found.Count > most ? found[most - 1].Id : null, actor.Is(ApplicationAccess.Asks) && actor.UnitId != 0);
    }

    /// <summary>One application.</summary>
    public async Task<Result<ApplicationView>> One(long id, Actor actor, CancellationToken cancel)
    {
        var (units, now) = (await organizations.Tree(cancel), clock.GetUtcNow());
        if (await ApplicationAccess.Visible(store.Set<Application>().AsNoTracking(), actor, units).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } row) return ApplicationAccess.NotFound;
        var secrets = await store.Set<ApplicationSecret>().AsNoTracking().Where(s => s.ApplicationId == id && (s.Until == null || s.Until > now)).OrderByDescending(s => s.Id).ToListAsync(cancel);
        var (owns, waits) = (ApplicationAccess.Owns(row, actor, units), row.State is ApplicationState.Asked or ApplicationState.ChangeAsked);
        return new ApplicationView(
            (await Rows([row], units, cancel))[0], row.State == ApplicationState.ChangeAsked ? new(row.AskedName, row.AskedPurpose, row.AskedAllowlist) : null, row.Opinion, row.DecidedBy, row.DecidedAt,
            secrets.ConvertAll(s => new SecretView(s.Ending, s.MadeBy, s.MadeAt, s.Until)), row.Edit, waits && actor.Is(Roles.DataCentre), owns && row.State != ApplicationState.Ended, owns && row.Admitted,
            row.State != ApplicationState.Ended && (owns || actor.Is(Roles.DataCentre)));
    }

    /// <summary>The form by which its unit asks for another name, purpose or addresses.</summary>
    public async Task<Result<ApplicationFormView>> Form(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await ApplicationAccess.Visible(store.Set<Application>().AsNoTracking(), actor, units).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } row) return ApplicationAccess.NotFound;
        if (!ApplicationAccess.Owns(row, actor, units)) return ApplicationAccess.NotYours;
        if (row.State == ApplicationState.Ended) return ApplicationAccess.NotNow;
        return row.State == ApplicationState.ChangeAsked ? new ApplicationFormView(id, row.Edit, row.AskedName, row.AskedPurpose, row.AskedAllowlist) : new ApplicationFormView(id, row.Edit, row.Name, row.Purpose, row.Allowlist);
    }

    private async Task<IReadOnlyList<ApplicationRow>> Rows(List<Application> rows, UnitTree units, CancellationToken cancel)
    {
        var known = rows.ConvertAll(a => a.Id);
        var grants = await store.Set<Grant>().Where(g => known.Contains(g.ApplicationId) && g.State == GrantState.Active).GroupBy(g => g.ApplicationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return rows.ConvertAll(a => new ApplicationRow(a.Id, a.Name, a.UnitId, units.ShortName(a.UnitId), a.ClientId, a.State.Text(), a.State.Tone(), a.Purpose, a.Allowlist, grants.GetValueOrDefault(a.Id), a.AskedBy, a.AskedAt));
    }
}
