using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>Reads a workbook of demands: what each row means, what is wrong with its cells, and what would become of it. Changes nothing.</summary>
internal sealed class ReadDemands(Store store, FileStore files, CatalogLookup catalog, IOrganizationDirectory organizations, ImportColumns columns, ListElements elements, TimeProvider clock)
{
    /// <summary>Demands of one workbook, and rows.</summary>
    public const int MostDemands = 500, MostRows = 5_000;

    /// <summary>The plan of a workbook.</summary>
    public async Task<Result<DemandPlan>> Run(DemandImport import, CancellationToken cancel)
    {
        var choice = JsonSerializer.Deserialize<SheetChoice>(import.Choice, JsonText.Readable)!;
        var mapping = ColumnMapping.FromJson(import.Mapping);
        var lines = new List<DemandLine>();
        try
        {
            await using var content = await files.Open(import.FileId, cancel);
            var sense = new RowSense(choice.Columns, mapping["name"], []);
            foreach (var row in SheetFile.Read(content, choice).Where(sense.IsData).Take(MostRows + 1)) lines.Add(DemandLine.Read(row, sense.Cells(row), mapping, columns));
        }
        catch (SheetException unreadable)
        {
            return unreadable.Fault;
        }
        var units = await organizations.Tree(cancel);
        var groups = DemandLine.Groups(lines, units);
        if (lines.Count > MostRows || groups.Count > MostDemands) return new Fault("lists.demand.import.too-many", "一次最多 {0} 件需求、{1} 行，请分成几个工作簿。", "file", FaultKind.TooLarge, MostDemands, MostRows);
        var demands = await Plan(groups, import.UnitId, units, cancel);
        return new DemandPlan(demands, [.. lines.Select(l => (l.Row, (IReadOnlyList<CellFault>)l.Faults))]);
    }

    private async Task<List<PlannedDemand>> Plan(List<List<DemandLine>> groups, long unit, UnitTree units, CancellationToken cancel)
    {
        var names = groups.ConvertAll(g => g[0]["name"]);
        var family = units.Family(unit);
        var codes = await catalog.ByCode([.. groups.SelectMany(g => g).Select(l => l["resource"]).Where(c => c.Length > 0).Distinct()], cancel);
        var known = (await store.Set<Demand>().AsNoTracking().Where(d => family.Contains(d.UnitId) && d.State != DemandState.Withdrawn && names.Contains(d.Name)).OrderBy(d => d.Id).ToListAsync(cancel)).ToLookup(d => d.Name);
        var ids = known.SelectMany(k => k).Select(d => d.Id).ToList();
        var items = (await store.Set<DemandItem>().AsNoTracking().Where(i => ids.Contains(i.DemandId)).ToListAsync(cancel)).ToLookup(i => i.DemandId);
        return groups.ConvertAll(g => One(g, unit, units, codes, known[g[0]["name"]].OrderBy(d => d.State is DemandState.Draft or DemandState.Returned ? 0 : 1).FirstOrDefault(), items));
    }

    private PlannedDemand One(List<DemandLine> lines, long unit, UnitTree units, IReadOnlyDictionary<string, PublishedResource> codes, Demand? there, ILookup<long, DemandItem> items)
    {
        var (head, stored) = (lines[0], there?.Input(items[there.Id]) ?? new DemandInput());
        var wanted = lines.SelectMany(l => l.Items(codes)).ToList();
        if (head["name"].Length == 0) head.Say("name", new Fault("lists.demand.name.required", "请填写需求名称。"));
        if (head["provider"] is { Length: > 0 } named && units.Resolve(named) is null && named != "不明确") head.Say("provider", new Fault("lists.demand.import.provider", "没有叫“{0}”的单位；不清楚的请写“不明确”。", null, FaultKind.Invalid, named));
        if (wanted.Select(i => i.ResourceId == 0).Distinct().Count() > 1) head.Say("items", new Fault("lists.demand.items.mixed", "目录内和目录外的数据请分成两件需求。"));
        if (wanted.Where(i => i.ResourceId != 0).Select(i => units.Living(Provider(i.ResourceId, codes))).Distinct().Count() is > 1 and var several)
            head.Say("resource", new Fault("lists.demand.items.several", "一件需求只向一个单位提出。所选的目录属于 {0} 个单位，请分成几件。", null, FaultKind.Invalid, several));
        if (lines.Exists(l => l.Wrong)) return new(head.Row.Number, stored with { Name = head["name"], Items = wanted }, head["provider"], PlanKind.Faulty, 0, 0, 0, [.. lines.SelectMany(l => l.Faults)]);
        var input = ReportedDemand.Input(new ReportedRow(ReportChange.Added, head.Values, null), stored, codes.GetValueOrDefault(head["resource"]), units, elements.Demand) with { Items = wanted };
        List<Fault> faults = [.. DemandRules.ForSaving(input), .. elements.Demand.Faults(input.Elements, input.Typed(), owed: false)];
        if (DemandRules.Regional(input, units.Find(unit)) is { } regional) faults.Add(regional);
        foreach (var fault in faults) head.Say(fault.Field?.Replace("elements.", "", StringComparison.Ordinal) ?? "", fault);
        var kind = head.Wrong ? PlanKind.Faulty : there is null ? PlanKind.New : there.State is not (DemandState.Draft or DemandState.Returned) ? PlanKind.UnderWay : Text(input) == Text(stored) ? PlanKind.Same : PlanKind.Changed;
        return new(head.Row.Number, input, units.ShortName(input.ProviderId), kind, there?.Id ?? 0, there?.Edit ?? 0, DemandRules.ForSubmission(input, clock.Today()).Count, [.. lines.SelectMany(l => l.Faults)]);
    }

    private static long Provider(long resource, IReadOnlyDictionary<string, PublishedResource> codes) => codes.Values.First(r => r.Id == resource).ProviderId;

    private static string Text(DemandInput input) => JsonSerializer.Serialize(input with { Elements = new SortedDictionary<string, string>(input.Elements.ToDictionary()) }, JsonText.Readable);
}
