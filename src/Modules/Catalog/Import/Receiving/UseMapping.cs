using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Receiving;

/// <summary>Takes the proposed mapping with what is corrected of it and starts the check: for the command line.</summary>
internal sealed class UseMapping(ChooseMapping choose, ImportBatches batches)
{
    /// <param name="id">The batch.</param>
    /// <param name="provider">The provider of rows that name none; empty leaves the proposal.</param>
    /// <param name="corrections">Header → key or name of a field, empty to leave the column out.</param>
    /// <param name="keepAs">Name to keep the mapping under; empty for not.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Result<Done>> Run(long id, string provider, IReadOnlyList<(string Header, string Field)> corrections, string keepAs, Actor actor, CancellationToken cancel)
    {
        if (await batches.Find(id, actor, cancel) is not { } batch) return ImportFaults.NotFound;
        var mapping = batch.ReadMapping();
        var fields = mapping.Columns.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Column, c => c.Key!);
        var faults = new List<Fault>();
        foreach (var (header, wanted) in corrections)
        {
            var columns = mapping.Columns.Columns.Where(c => string.Equals(c.Header.Trim(), header, StringComparison.OrdinalIgnoreCase)).ToList();
            var field = ImportFields.All.FirstOrDefault(f => f.Key == wanted || f.Name == wanted);
            if (columns.Count == 0) faults.Add(new("catalog.import.map.header", "文件里没有列“{0}”。有的是：{1}。", "map", FaultKind.Invalid, header, string.Join('、', mapping.Columns.Columns.Select(c => c.Header))));
            if (wanted.Length > 0 && field is null) faults.Add(new("catalog.import.map.field", "没有字段“{0}”。可以写：{1}。", "map", FaultKind.Invalid, wanted, string.Join('、', ImportFields.All.Select(f => f.Name))));
            foreach (var column in columns)
                if (field is null) fields.Remove(column.Column);
                else fields[column.Column] = field.Key;
        }
        if (faults.Count > 0) return faults;
        return await choose.Run(id, new MappingChoice(batch.Edit, fields, provider.Length > 0 ? provider : mapping.Provider, batch.Target, keepAs), actor, cancel);
    }
}
