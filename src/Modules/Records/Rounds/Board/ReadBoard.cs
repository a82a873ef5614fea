using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Records.Rounds.Board;

/// <summary>Reads the board of a round. Never a row of a report: figures are kept with the report.</summary>
internal sealed class ReadBoard(Store store, ReportTables tables, ReportAccess access, IOrganizationDirectory organizations, RoleHolders people, Deadlines deadlines, TimeProvider clock)
{
    // The worst first: where a unit stands is where its slowest report stands.
    private static readonly ReportState[] Order =
        [ReportState.Returned, ReportState.NotStarted, ReportState.Filling, ReportState.AwaitingHead, ReportState.HandedIn, ReportState.Accepted, ReportState.NotExpected];

    /// <summary>The page asked for; null when there is no such round or nothing in it for this person.</summary>
    public async Task<BoardView?> Run(long id, BoardFilter filter, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } round) return null;
        var tree = await organizations.Tree(cancel);
        var slim = await Slim(id, actor, cancel);
        if (slim.Count == 0 && !actor.Is(Roles.SeeAll)) return null;
        var calendar = await deadlines.Calendar(cancel);
        var today = clock.Today();
        var units = slim.GroupBy(r => r.UnitId).Select(g => (Unit: tree.Find(g.Key), Id: g.Key, Worst: g.MinBy(r => Array.IndexOf(Order, r.State))!)).Where(u => u.Unit is not null && Wanted(u.Unit, u.Worst, filter, calendar, today)).ToList();
        units = filter.LongestFirst ? [.. units.OrderBy(u => u.Worst.State >= ReportState.Accepted).ThenBy(u => u.Worst.Since)] : [.. units.OrderBy(u => Array.IndexOf(Order, u.Worst.State)).ThenBy(u => u.Unit!.ShortName, StringComparer.Ordinal)];
        var shown = units.Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToList();
        var rows = await Rows(id, [.. shown.Select(u => u.Id)], round, tree, calendar, today, cancel);
        return new BoardView(round, [.. round.TableKeys.Select(k => tables[k])], Figures(slim), [.. shown.Select(u => rows[u.Id])], filter.Page, units.Count, calendar.Between(today, round.DueOn), actor.Is(ReportAccess.Deciders));
    }

    private async Task<List<SlimReport>> Slim(long round, Actor actor, CancellationToken cancel) => await (await access.Visible(actor, cancel)).AsNoTracking().Where(r => r.RoundId == round)
        .Select(r => new SlimReport(r.UnitId, r.State, r.Since, r.CellsPrefilled, r.CellsInferred, r.CellsRepeated, r.CellsPicked, r.CellsTyped)).ToListAsync(cancel);

    private static bool Wanted(Unit unit, SlimReport worst, BoardFilter filter, WorkingCalendar calendar, DateOnly today)
    {
        if (filter.Words is { } words && !unit.Name.Contains(words, StringComparison.OrdinalIgnoreCase) && !unit.ShortName.Contains(words, StringComparison.OrdinalIgnoreCase) && unit.Code?.Contains(words, StringComparison.OrdinalIgnoreCase) != true) return false;
        if (filter.State is { } state && (state == "open" ? worst.State is ReportState.Accepted or ReportState.NotExpected : !worst.State.ToString().Equals(state, StringComparison.OrdinalIgnoreCase))) return false;
        return filter.Held is not { } days || (worst.State < ReportState.Accepted && calendar.Between(LegalDay.Of(worst.Since), today) > days);
    }

    private static BoardFigures Figures(List<SlimReport> reports) => new(
        reports.GroupBy(r => r.State).ToDictionary(g => g.Key, g => g.Count()), reports.Where(r => r.State != ReportState.NotExpected).Select(r => r.UnitId).Distinct().Count(),
        reports.GroupBy(r => r.UnitId).Count(g => g.Any(r => r.State == ReportState.Accepted) && g.All(r => r.State >= ReportState.Accepted)),
        reports.Sum(r => r.Prefilled), reports.Sum(r => r.Inferred), reports.Sum(r => r.Repeated), reports.Sum(r => r.Picked), reports.Sum(r => r.Typed));

    private async Task<Dictionary<long, BoardRow>> Rows(long round, IReadOnlyCollection<long> unitIds, Round asked, UnitTree tree, WorkingCalendar calendar, DateOnly today, CancellationToken cancel)
    {
        var reports = (await store.Set<Report>().AsNoTracking().Where(r => r.RoundId == round && unitIds.Contains(r.UnitId)).ToListAsync(cancel)).ToLookup(r => r.UnitId);
        var owing = (await store.Set<Part>().AsNoTracking().Where(p => p.ReturnedAt == null && store.Set<Report>().Any(r => r.Id == p.ReportId && r.RoundId == round && unitIds.Contains(r.UnitId))).ToListAsync(cancel)).ToLookup(p => p.ReportId);
        var families = unitIds.ToDictionary(u => u, tree.Family);
        var holders = (await people.Of([.. families.Values.SelectMany(f => f)], [Roles.Liaison, Roles.UnitHead], cancel)).ToLookup(p => (tree.Living(p.UnitId), p.Role), p => p.Name);
        return unitIds.ToDictionary(u => u, u =>
        {
            var worst = reports[u].MinBy(r => Array.IndexOf(Order, r.State))!;
            return new BoardRow(
                u, tree.ShortName(u), [.. asked.TableKeys.Select(k => reports[u].FirstOrDefault(r => r.TableKey == k)).OfType<Report>().Select(r => new BoardCell(r.Id, r.State, r.TableKey))],
                Holder(worst, [.. owing[worst.Id]], holders[(tree.Living(u), Roles.Liaison)].FirstOrDefault(), holders[(tree.Living(u), Roles.UnitHead)].FirstOrDefault()),
                worst.State >= ReportState.Accepted ? null : calendar.Between(LegalDay.Of(worst.Since), today),
                reports[u].Sum(r => r.Changed), reports[u].Sum(r => r.Added), reports[u].Sum(r => r.Removed), reports[u].Max(r => r.Reminded), reports[u].Sum(r => r.Returned));
        });
    }

    // Names are data; the words before them are translated where they are shown.
    private static string Holder(Report worst, IReadOnlyList<Part> owing, string? liaison, string? head) => worst.State switch
    {
        ReportState.Accepted or ReportState.NotExpected => "",
        ReportState.HandedIn => "大数据中心",
        ReportState.AwaitingHead => head ?? "单位负责人",
        _ when owing.Count > 0 => string.Join("、", owing.Select(p => p.Contact.Length > 0 ? $"{p.Name} {p.Contact}" : p.Name)),
        _ => liaison ?? "",
    };

    private sealed record SlimReport(long UnitId, ReportState State, DateTimeOffset Since, long Prefilled, long Inferred, long Repeated, long Picked, long Typed);
}
