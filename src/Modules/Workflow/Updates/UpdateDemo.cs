using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Updates;

/// <summary>示例市's updates of catalogues, by people: one under way with some resources marked, one whose change was written down late. The demo has no transfer, so none comes of one.</summary>
internal sealed class UpdateDemo(Store store, IOrganizationDirectory organizations, IDutyResources resources, TimeProvider clock, OpenUpdate open, MarkUnaffected mark) : IDemoPart
{
    public int Order => 61;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var (units, today) = (await organizations.Tree(cancel), clock.Today());
        var held = new List<(Unit Unit, IReadOnlyList<DutyResource> Resources)>();
        foreach (var unit in units.All.Where(u => u.State == OrganizationState.Active))
            if (held.Count < 2 && await resources.Of(units.Family(unit.Id), cancel) is { Count: > 2 } some) held.Add((unit, some));
        if (held is not [var first, var second]) return;
        var authority = new Actor(0, "李卫东", 0, "市数据局", new HashSet<string> { Roles.Authority });
        var id = await Must(open.Run(new UpdateDraft(first.Unit.Id, nameof(ChangeCause.Duties), "示例市部分单位职责调整通知（示编〔2026〕15号）", today.AddDays(-4), "对照新的职责，核对目录的提供单位、来源系统和共享条件。", [.. first.Resources.Take(3).Select(r => r.Id)]), authority, cancel));
        var edit = await store.Set<CatalogUpdate>().Where(u => u.Id == id).Select(u => u.Edit).SingleAsync(cancel);
        _ = await Must(mark.Run(id, edit, new UnaffectedChoice([first.Resources[0].Id], false), "职责没有变，目录的内容和条件都不受影响。", new Actor(0, "王敏", first.Unit.Id, first.Unit.Name, new HashSet<string> { Roles.Liaison }), cancel));
        _ = await Must(open.Run(new UpdateDraft(second.Unit.Id, nameof(ChangeCause.Law), "示例管理条例（2026年修订）", today.AddDays(-40), "新条例改了登记事项，数据项和不予共享的依据要跟着改。", [.. second.Resources.Take(2).Select(r => r.Id)]), authority, cancel));
        await output.WriteLineAsync("目录更新 updates: 2 件");
    }

    private async Task<T> Must<T>(Task<Result<T>> step)
    {
        var done = (await step).Value;
        store.ChangeTracker.Clear();
        return done;
    }
}
