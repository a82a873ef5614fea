using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Orders;

/// <summary>示例市's order: the authority asks the provider of a case that waits for its answer.</summary>
internal sealed class OrderDemo(Store store, IssueOrder issue, IOrganizationDirectory organizations, Deadlines deadlines, TimeProvider clock) : IDemoPart
{
    public int Order => 59;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        if (await store.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.ToAnswer).OrderBy(c => c.Id).FirstOrDefaultAsync(cancel) is not { } row) return;
        var (units, calendar, day) = (await organizations.Tree(cancel), await deadlines.Calendar(cancel), clock.Today().AddDays(3));
        while (!calendar.On(day).Works) day = day.AddDays(1);
        var authority = new Actor(0, "李卫东", units.Resolve("市数据局") ?? 0, "", new HashSet<string> { Roles.Authority });
        _ = (await issue.Run(row.Id, nameof(Party.Provider), "请说明答复的进展，按期逐项答复。", Shown.Day(day), authority, cancel)).Value;
        await output.WriteLineAsync("督办 orders: 1 件");
    }
}
