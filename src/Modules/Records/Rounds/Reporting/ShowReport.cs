using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>Reads one report with its workbooks, parts, sign-offs and reminders.</summary>
internal sealed class ShowReport(Store store, ReportTables tables, ReportAccess access, IOrganizationDirectory organizations, RoleHolders people, SignOffBook signOffs, Deadlines deadlines, TimeProvider clock)
{
    private const int MostReturns = 30;

    /// <summary>The report; null when there is none for this person.</summary>
    public async Task<ReportView?> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await access.Find(id, actor, cancel) is not { } report) return null;
        var round = await store.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == report.RoundId, cancel);
        var tree = await organizations.Tree(cancel);
        var own = tree.Family(actor.UnitId).Contains(report.UnitId);
        var counts = await store.Set<PartRow>().Where(r => r.ReportId == id).GroupBy(r => r.PartId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var open = round.State == RoundState.Open;
        return new ReportView(report, round, tables[report.TableKey], tree.Find(report.UnitId)?.Name ?? "", (await deadlines.Calendar(cancel)).Between(clock.Today(), round.DueOn))
        {
            Returns = await store.Set<Return>().AsNoTracking().Where(r => r.ReportId == id).OrderByDescending(r => r.At).Take(MostReturns).ToListAsync(cancel),
            Parts = [.. (await store.Set<Part>().AsNoTracking().Where(p => p.ReportId == id).OrderBy(p => p.Id).ToListAsync(cancel)).Select(p => new PartView(p, counts.GetValueOrDefault(p.Id)))],
            SignOffs = await signOffs.Of(Report.AuditKind, id, cancel),
            Reminders = await store.Set<Reminder>().AsNoTracking().Where(r => r.ReportId == id).OrderByDescending(r => r.At).Take(5).ToListAsync(cancel),
            Holder = await people.Of(tree.Family(report.UnitId), [Roles.Liaison], cancel) is [var liaison, ..] ? $"{liaison.Name} {liaison.Phone}".Trim() : "",
            Fills = open && await access.MayFill(report, actor, cancel), Signs = open && own && actor.Is(Roles.UnitHead), Records = open && own && actor.Is(ReportAccess.Fillers), Decides = open && actor.Is(ReportAccess.Deciders),
        };
    }
}
