using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>对应列: which column is which, as a person corrects it; it is remembered for the next file with these headers.</summary>
internal sealed class MapDemands(Store store, AuditLog audit, FindImports imports, ImportColumns columns)
{
    /// <summary>Takes the mapping by headers, as programs and the command line name columns; <paramref name="rest"/> says that headers not named stay as they are.</summary>
    public async Task<Result<Done>> Run(long id, int edit, IReadOnlyDictionary<string, string> chosen, Actor actor, CancellationToken cancel, bool rest = false)
    {
        if (await imports.One(id, actor, cancel) is not { } row) return FindImports.NotFound;
        var known = ColumnMapping.FromJson(row.Mapping).Columns;
        var unknown = chosen.Keys.Except(known.Select(c => c.Header)).ToList();
        if (unknown.Count > 0) return unknown.ConvertAll(h => new Fault("lists.demand.import.no-header", "文件里没有“{0}”这一列。", "columns", FaultKind.Invalid, h));
        return await Run(id, edit, known.ToDictionary(c => c.Column, c => chosen.GetValueOrDefault(c.Header) ?? (rest ? c.Key ?? "" : "")), actor, cancel);
    }

    /// <summary>Takes the mapping: column → key, empty to leave the column out.</summary>
    public async Task<Result<Done>> Run(long id, int edit, IReadOnlyDictionary<int, string> chosen, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return DemandFaults.NotYours;
        if (await imports.One(id, actor, cancel) is not { } row) return FindImports.NotFound;
        if (row.State != DemandImportState.Ready || row.Edit != edit) return FindImports.ChangedMeanwhile;
        var keys = columns.All.Select(c => c.Key).ToHashSet();
        var taken = chosen.Values.Where(k => k.Length > 0).ToList();
        var faults = taken.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => new Fault("lists.demand.import.twice", "有 {0} 列都对应“{1}”，请只留一列。", "mapping", FaultKind.Invalid, g.Count(), columns.All.FirstOrDefault(c => c.Key == g.Key).Name ?? g.Key)).ToList();
        if (taken.Exists(k => !keys.Contains(k))) faults.Add(new("lists.demand.import.no-column", "有列对应了需求没有的要素，请重新选择。", "mapping"));
        if (!taken.Contains("name")) faults.Add(new("lists.demand.import.no-name", "请指出哪一列是需求名称。", "mapping"));
        if (faults.Count > 0) return faults;
        row.Mapping = new ColumnMapping([.. ColumnMapping.FromJson(row.Mapping).Columns.Select(c => new MappedColumn(c.Column, c.Header, chosen.GetValueOrDefault(c.Column) is { Length: > 0 } key ? key : null))]).ToJson();
        row.Edit++;
        audit.Add(actor, ListsAudit.DemandsMapped, ListsAudit.Of(row));
        return await store.TrySave(cancel) ? new Done() : FindImports.ChangedMeanwhile;
    }
}
