using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Workflow.Registers;

/// <summary>示例市's registers: a dozen collected resources, a few returned to districts, one of them late.</summary>
internal sealed class RegisterDemo(PublishedCatalog catalog, IOrganizationDirectory organizations, SaveRegisterRow save, TimeProvider clock) : IDemoPart
{
    private const int Rows = 12;

    public int Order => 57;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var centre = new Actor(0, "陈晓", units.Resolve("市大数据中心") ?? 0, "", new HashSet<string> { Roles.DataCentre });
        var districts = units.All.Where(u => u.District.Length > 0).ToList();
        var (today, place, returned) = (clock.Today(), 0, 0);
        await foreach (var resource in catalog.Read(null, cancel))
        {
            if (resource.Code is null) continue;
            if (place++ >= Rows) break;
            await Save(RegisterShape.Collected, resource.Code, resource.ProviderId, new()
            {
                ["way"] = "库表交换", ["frequency"] = nameof(UpdateFrequency.Daily), ["sinceOn"] = Shown.Day(today.AddDays(-300 + place)), ["lastOn"] = Shown.Day(today.AddDays(-1)), ["rows"] = $"{place * 12_345}",
            });
            if (place % 3 != 0 || districts.Count == 0) continue;
            returned++;
            await Save(RegisterShape.Returned, resource.Code, districts[place % districts.Count].Id, new()
            {
                ["origin"] = place % 2 == 0 ? "市级" : "国家", ["way"] = "库表交换", ["sinceOn"] = Shown.Day(today.AddDays(-60)), ["dueOn"] = Shown.Day(today.AddDays(place == 6 ? -10 : 20)), ["lastOn"] = place == 3 ? Shown.Day(today.AddDays(-30)) : "",
            });
        }
        await output.WriteLineAsync($"登记 registers: 归集 {Math.Min(place, Rows)}，返还 {returned}");

        async Task Save(RegisterShape shape, string code, long unit, Dictionary<string, string> values)
        {
            (values["code"], values["unit"]) = (code, $"{unit}");
            _ = (await save.Run(shape, 0, 0, new RegisterDraft(values), centre, cancel)).Value;
        }
    }
}
