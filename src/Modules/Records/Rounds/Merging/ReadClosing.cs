using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Merging;

/// <summary>总结报告: how a round went, by unit.</summary>
public sealed record ClosingView(Round Round, IReadOnlyList<IReportTable> Tables, IReadOnlyList<ClosingRow> Units)
{
    /// <summary>All reports.</summary>
    public IEnumerable<Report> Reports => Units.SelectMany(u => u.Reports);
}

/// <summary>One unit's part of a round.</summary>
/// <param name="Late">Handed in first after the day, or not at all.</param>
public sealed record ClosingRow(string Unit, IReadOnlyList<Report> Reports, bool Late);

/// <summary>Reads the closing report.</summary>
internal sealed class ReadClosing(Store store, ReportTables tables, IOrganizationDirectory organizations)
{
    /// <summary>The report; null when there is no such round.</summary>
    public async Task<ClosingView?> Run(long id, CancellationToken cancel)
    {
        if (await store.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } round) return null;
        var tree = await organizations.Tree(cancel);
        var reports = await store.Set<Report>().AsNoTracking().Where(r => r.RoundId == id && r.State != ReportState.NotExpected).ToListAsync(cancel);
        return new ClosingView(round, [.. round.TableKeys.Select(k => tables[k])],
            [.. reports.GroupBy(r => r.UnitId).Select(g => new ClosingRow(tree.ShortName(g.Key), [.. g], g.Any(r => r.FirstHandedInAt is not { } at || LegalDay.Of(at) > round.DueOn))).OrderBy(r => r.Late ? 1 : 0).ThenBy(r => r.Unit, StringComparer.Ordinal)]);
    }
}
