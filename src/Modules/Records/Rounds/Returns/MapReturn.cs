using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>对应列: a person says which column of a workbook that is not ours is which; then it is compared.</summary>
internal sealed class MapReturn(Store store, ReportTables tables, ReportAccess access, JobQueue jobs, AuditLog audit)
{
    /// <summary>Column → key; columns without one are left out.</summary>
    public async Task<Result<Done>> Run(long id, int edit, IReadOnlyDictionary<int, string> columns, Actor actor, CancellationToken cancel)
    {
        if (await access.FindReturn(id, actor, cancel) is not ({ } row, { } report)) return RoundFaults.ReturnNotFound;
        if (!await access.MayFill(report, actor, cancel)) return RoundFaults.NotYours;
        if (row.State is not (ReturnState.Unmapped or ReturnState.Compared) || !report.WithUnit) return RoundFaults.NotNow;
        if (row.Edit != edit) return RoundFaults.ChangedMeanwhile;
        var table = tables[report.TableKey];
        var known = table.Columns.Select(c => c.Key).Append(Comparison.ChangeKey).Append(Comparison.RowIdKey).ToHashSet();
        var faults = new List<Fault>();
        foreach (var twice in columns.Where(c => c.Value.Length > 0).GroupBy(c => c.Value).Where(g => g.Count() > 1))
            faults.Add(new("records.return.mapped-twice", "有 {0} 列都对应“{1}”，请只留一列。", $"c{twice.Last().Key}", FaultKind.Invalid, twice.Count(), table.Columns.FirstOrDefault(c => c.Key == twice.Key)?.Element.Name ?? twice.Key));
        if (!columns.Values.Contains("name")) faults.Add(new("records.return.no-name", "请指明哪一列是“{0}”。", "mapping", FaultKind.Invalid, table.Columns.First(c => c.Key == "name").Element.Name));
        if (columns.Values.Any(v => v.Length > 0 && !known.Contains(v))) faults.Add(new("records.return.no-column", "有列对应了这张表没有的要素，请重新选择。", "mapping"));
        if (faults.Count > 0) return faults;
        var mapping = ColumnMapping.FromJson(row.Mapping);
        row.Mapping = new ColumnMapping([.. mapping.Columns.Select(c => new MappedColumn(c.Column, c.Header, columns.GetValueOrDefault(c.Column) is { Length: > 0 } key ? key : null))]).ToJson();
        row.State = ReturnState.Reading;
        row.Edit++;
        jobs.Add(actor, ReadReturn.JobKind, new ReadOrder(row.Id));
        audit.Add(actor, RoundAudit.ReturnMapped, row.AsSubject());
        return await store.TrySave(cancel) ? new Done() : RoundFaults.ChangedMeanwhile;
    }
}
