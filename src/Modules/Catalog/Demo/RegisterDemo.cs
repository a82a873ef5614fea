using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Systems.Planning;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Demo;

/// <summary>职责目录 and 系统目录 of one of 示例市's units, gaps included; two thirds of the other units have registered the systems their resources name.</summary>
internal sealed class RegisterDemo(Store store, IOrganizationDirectory organizations, SaveSystem systems, SaveDuty duties, LinkDuty links, SavePlan plans, RegisterFoundSystems found) : IDemoPart
{
    public int Order => 21;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        if ((await organizations.Tree(cancel)).Resolve("市民政局") is not { } unit) return;
        var liaison = new Actor(0, "李示例", unit, "市民政局", new HashSet<string> { Roles.Liaison });
        var resources = await store.Set<Resource>().AsNoTracking().Where(r => r.ProviderId == unit && r.State == Contracts.ResourceState.Published).OrderBy(r => r.Id).ToListAsync(cancel);
        var named = resources.SelectMany(r => SystemNames.In(r.SystemName)).Distinct().Order(StringComparer.Ordinal).Take(2).ToList();
        foreach (var name in named)
            await systems.Run(0, 0, new SystemDraft { Name = name, Protection = nameof(ProtectionLevel.Third), LaunchedOn = "2021-03-01", Builder = "市民政局信息中心" }, liaison, cancel);
        await systems.Run(0, 0, new SystemDraft { Name = "流动人员救助管理系统", Protection = nameof(ProtectionLevel.Second), LaunchedOn = "2019-07-01", Builder = "市民政局信息中心" }, liaison, cancel);
        var coming = await systems.Run(0, 0, new SystemDraft { Name = "养老服务综合平台", State = nameof(SystemState.Building), Project = "示信建〔2026〕17号", Builder = "示例市大数据中心" }, liaison, cancel);
        if (coming.TryGet(out var platform))
            await plans.Run(platform, 1,
            [
                new PlanRow { Name = "养老机构信息", Items = "机构名称\n统一社会信用代码\n床位数", Share = "Unconditional", Frequency = "Monthly" },
                new PlanRow { Name = "养老服务补贴发放信息", Items = "姓名\n身份证号\n补贴金额\n发放月份", Share = "Conditional", Frequency = "Monthly" },
            ], liaison, cancel);
        foreach (var (name, some) in new[] { ("婚姻登记管理", resources.Take(2)), ("养老服务监督管理", []) })
            if ((await duties.Run(0, 0, new DutyDraft { Name = name, Basis = "示例市民政局“三定”规定" }, liaison, cancel)).TryGet(out var duty) && some.Any())
                await links.Add(duty, new DutyChoice([.. some.Select(r => r.Id)], []), liaison, cancel);
        var others = (await organizations.Tree(cancel)).All.Where(u => u.State == OrganizationState.Active && u.Id != unit).OrderBy(u => u.Id).ToList();
        foreach (var other in others.Where((_, i) => i % 3 != 0))
            await found.Run(new Actor(0, "李示例", other.Id, other.ShortName, new HashSet<string> { Roles.Liaison }), cancel);
        await output.WriteLineAsync($"系统 systems: {named.Count + 2}，职责 duties: 2");
    }
}
