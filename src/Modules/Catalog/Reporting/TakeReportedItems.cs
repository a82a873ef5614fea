using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Catalog.Reporting;

/// <summary>An accepted report of the 数据项: all that it says of one resource's items is written as one next version of it, in which everything else stays.</summary>
internal sealed class TakeReportedItems(Store store, ReportedResources resources, SaveResource save, WriteReported write, DeclaredElements declared, IOrganizationDirectory organizations)
{
    /// <summary>Takes all rows inside the caller's transaction; the faults of those that cannot be.</summary>
    public async Task<IReadOnlyList<Fault>> Run(AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        var known = new ResourceOfItem(await resources.Read((await organizations.Tree(cancel)).Family(report.UnitId), cancel), []);
        var (faults, found) = (new List<Fault>(), report.Rows.Select(said => (Said: said, Id: ResourceId(said, known))).ToList());
        faults.AddRange(found.Where(f => f.Id is null).Select(f => new Fault(
            "catalog.report.item.missing", "数据项“{0}”的目录“{1}”系统里还没有。请先通过该单位这次的“数据目录”报送；没有这份报送的，请退回单位核对目录名称。", null, FaultKind.Conflict,
            f.Said["name"], f.Said[ResourceOfItem.Name] is { Length: > 0 } name ? name : f.Said[ResourceOfItem.Code])));
        if (faults.Count > 0) return faults;
        foreach (var group in found.GroupBy(f => f.Id!.Value, f => f.Said))
        {
            var row = await store.Set<Resource>().SingleAsync(r => r.Id == group.Key, cancel);
            if (await Write(row, [.. group], report, actor, cancel) is { } fault) faults.Add(fault);
        }
        return faults;
    }

    // An item stays where it is stored; a new one goes where it says.
    private static long? ResourceId(ReportedRow said, ResourceOfItem known) => said.Stored is { } stored
        ? long.Parse(stored[ItemSheet.Resource], CultureInfo.InvariantCulture)
        : known.Find(said[ResourceOfItem.Code], said[ResourceOfItem.Name]).TryGet(out var resource) ? resource?.Row.Id : null;

    private async Task<Fault?> Write(Resource row, List<ReportedRow> said, AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        var now = await save.Current(row, cancel);
        var items = now.Items.ToList();
        // Stored ones first: a new row may take the name of one that goes.
        foreach (var one in said.OrderBy(s => s.Stored is null)) Apply(one, items);
        if (items.Count == 0) return new("catalog.report.item.none", "“{0}”的数据项全部删除了。目录至少要有一个数据项；不再需要的目录请在系统里提出下线。", null, FaultKind.Conflict, now.Name);
        var touched = said.Select(s => s["name"]).ToHashSet();
        if (items.GroupBy(i => i.Name.Trim()).FirstOrDefault(g => g.Count() > 1 && touched.Contains(g.Key)) is { } twice)
            return new("catalog.report.item.twice", "“{0}”有两个数据项都叫“{1}”，请退回单位核对。", null, FaultKind.Conflict, now.Name, twice.Key);
        return await write.Run(row, now with { Items = items }, report, actor, cancel);
    }

    private void Apply(ReportedRow said, List<ItemContent> items)
    {
        // A new row of a name that came in meanwhile, by the report of the 数据目录 for one, is about that item; what it leaves empty stays.
        var at = said.Stored is { } stored ? items.FindIndex(i => i.Id == stored.Id) : items.FindIndex(i => i.Name.Trim() == said["name"]);
        if (said.Change == ReportChange.Removed) items.RemoveAt(at);
        else if (at < 0) items.Add(ItemValues.Read(said, new ItemContent(), declared.Item));
        else if (said.Stored is not null) items[at] = ItemValues.Read(said, items[at], declared.Item);
        else
        {
            var values = ItemValues.Of(items[at], declared.Item);
            foreach (var (key, text) in said.Values) values[key] = text;
            items[at] = ItemValues.Read(said with { Values = values }, items[at], declared.Item);
        }
    }
}
