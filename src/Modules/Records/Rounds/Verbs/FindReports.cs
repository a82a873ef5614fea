using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Rounds.Verbs;

/// <summary>A report by what people call it.</summary>
internal sealed record NamedReport(long Id, string Unit, string Table);

/// <summary>Finds the expected reports of a round by names of unit and table; without one, of all.</summary>
internal sealed class FindReports(Store store, ReportTables tables, IOrganizationDirectory organizations)
{
    /// <summary>The reports in the order of the units; a refusal when there is none.</summary>
    public async Task<Result<IReadOnlyList<NamedReport>>> Run(long roundId, string? unit, string? table, CancellationToken cancel)
    {
        if (!await store.Set<Round>().AnyAsync(r => r.Id == roundId, cancel)) return RoundFaults.NotFound;
        var tree = await organizations.Tree(cancel);
        var faults = new List<Fault>();
        var unitId = unit is null ? 0 : tree.Resolve(unit) ?? -1;
        if (unitId < 0) faults.Add(new("records.round.unit", "没有单位“{0}”。请写全称、简称或代码。", "unit", FaultKind.NotFound, unit!));
        var asked = table is null ? null : tables.All.FirstOrDefault(t => table == t.Key || table == t.Name || table == t.Title);
        if (table is not null && asked is null) faults.Add(new("records.round.table", "没有报表“{0}”。可以是：{1}。", "table", FaultKind.NotFound, table, string.Join('、', tables.All.Select(t => t.Name))));
        if (faults.Count > 0) return faults;
        var reports = await store.Set<Report>().AsNoTracking().Where(r => r.RoundId == roundId && r.State != ReportState.NotExpected && (unitId == 0 || r.UnitId == unitId)).ToListAsync(cancel);
        var order = tree.All.Select((u, i) => (u.Id, i)).ToDictionary(u => u.Id, u => u.i);
        List<NamedReport> found = [.. reports.Where(r => asked is null || r.TableKey == asked.Key).OrderBy(r => order.GetValueOrDefault(r.UnitId, int.MaxValue)).ThenBy(r => tables[r.TableKey].Place).Select(r => new NamedReport(r.Id, tree.ShortName(r.UnitId), r.TableKey))];
        return found.Count > 0 ? found : new Fault("records.round.no-report", "这次集中梳理没有要这份报送。", null, FaultKind.NotFound);
    }
}
