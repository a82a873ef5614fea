using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Records.Rounds;

/// <summary>示例市's round of this year, half-way: some units are done, some wait, one was sent back, the others have not begun.</summary>
internal sealed class RoundDemo(
    Store store, OpenRound open, FinishReport finish, SignReport sign, DecideReport decide, RemindReports remind, IOrganizationDirectory organizations, TimeProvider clock) : IDemoPart
{
    private const int Days = 14;

    // Of the units in their order; what is not named here has not begun.
    private static readonly string[] Steps = ["accept", "hand-in", "accept", "", "finish", "return", "", "accept", "hand-in"];

    public int Order => 60;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var today = clock.Today();
        var units = (await organizations.Tree(cancel)).All.Where(u => u is { Kind: OrganizationKind.CityDepartment, State: OrganizationState.Active }).ToList();
        var authority = new Actor(0, "市数据局", 0, "市数据局", new HashSet<string> { Roles.Authority, Roles.DataCentre });
        var round = (await open.Run(new RoundInput
        {
            Title = $"{today.Year} 年度三清单集中梳理", NoticeNumber = $"示数办〔{today.Year}〕18 号", NoticeOn = Shown.Day(today), DueOn = Shown.Day(today.AddDays(Days)), Note = "请各单位核对预填的内容，只改有变化的地方。",
            Tables = ["demand", "responsibility", "negative"], Units = [.. units.Select(u => u.Id)],
        }, authority, cancel)).Value;
        for (var i = 0; i < Math.Min(Steps.Length, units.Count); i++)
            if (Steps[i].Length > 0)
                foreach (var report in await Reports(round, units[i].Id, cancel)) await Play(report, Steps[i], units[i], authority, cancel);
        _ = await remind.Run(round, [.. units.Skip(Steps.Length).Take(3).Select(u => u.Id)], "请在截止日前报送。", authority, cancel);
        await output.WriteLineAsync($"集中梳理 round: {units.Count} 个单位");
    }

    private async Task Play(long id, string step, Unit unit, Actor authority, CancellationToken cancel)
    {
        var liaison = new Actor(0, $"{unit.ShortName}联络员", unit.Id, unit.Name, new HashSet<string> { Roles.Liaison });
        var head = liaison with { Name = $"{unit.ShortName}负责人", Roles = new HashSet<string> { Roles.UnitHead } };
        await Must(async edit => await finish.Run(id, edit, liaison, cancel));
        if (step == "finish") return;
        await Must(async edit => await sign.Run(id, edit, new SignOffInput(true, "同意报送"), "", head, cancel));
        if (step == "hand-in") return;
        await Must(async edit => await decide.Run(id, edit, step == "accept", step == "accept" ? "" : "责任人请写到处室和电话。", authority, cancel));

        async Task Must(Func<int, Task<Result<Done>>> run) => _ = (await run(await store.Set<Report>().Where(r => r.Id == id).Select(r => r.Edit).SingleAsync(cancel))).Value;
    }

    private Task<List<long>> Reports(long round, long unit, CancellationToken cancel) => store.Set<Report>().Where(r => r.RoundId == round && r.UnitId == unit).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
}
