using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds;

/// <summary>Whose reports a person may see and work on; stands in every query.</summary>
internal sealed class ReportAccess(Store store, IOrganizationDirectory organizations)
{
    /// <summary>Who opens rounds and decides on reports.</summary>
    public static string[] Deciders { get; } = Roles.City;

    /// <summary>Who fills in for a unit.</summary>
    public static string[] Fillers { get; } = [Roles.Liaison, Roles.UnitHead];

    /// <summary>The reports a person sees: those of the own unit, or all.</summary>
    public async Task<IQueryable<Report>> Visible(Actor actor, CancellationToken cancel)
    {
        if (actor.Is(Roles.SeeAll)) return store.Set<Report>();
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        return store.Set<Report>().Where(r => own.Contains(r.UnitId));
    }

    /// <summary>The report, if the person may see it.</summary>
    public async Task<Report?> Find(long id, Actor actor, CancellationToken cancel) =>
        await (await Visible(actor, cancel)).SingleOrDefaultAsync(r => r.Id == id, cancel);

    /// <summary>Whether the person works on the report for its unit; the data centre may do so for a unit that sends its file by other ways.</summary>
    public async Task<bool> MayFill(Report report, Actor actor, CancellationToken cancel) =>
        actor.Is(Roles.City) || (actor.Is(Fillers) && (await organizations.Tree(cancel)).Family(actor.UnitId).Contains(report.UnitId));

    /// <summary>The returned workbook with its report, if the person may see it.</summary>
    public async Task<(Return Return, Report Report)?> FindReturn(long id, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Return>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } found) return null;
        return await Find(found.ReportId, actor, cancel) is { } report ? (found, report) : null;
    }

    /// <summary>What a report is called in the audit log.</summary>
    public async Task<string> Label(Report report, ReportTables tables, CancellationToken cancel) =>
        (await organizations.Tree(cancel)).ShortName(report.UnitId) + tables[report.TableKey].Name;
}
