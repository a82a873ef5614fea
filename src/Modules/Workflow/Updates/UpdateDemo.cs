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
internal sealed class UpdateDemo(Store store, IOrganizationDirectory organizations, IDutyResources resources, TimeProvider clock, OpenUpdate open, Concerned concerned, MarkUnaffected mark) : IDemoPart
{
    public int Order => 61;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var today = clock.Today();
        var (first, second) = (await Held("市民政局", cancel), await Held("市公安局", cancel));
        var authority = new Actor(0, "李卫东", 0, "市数据局", new HashSet<string> { Roles.Authority });
        var id = await Must(open.Run(new UpdateDraft(first.Unit.Id, nameof(ChangeCause.Duties), "示例市部分单位职责调整通知（示编〔2026〕15号）", today.AddDays(-4), "对照新的职责，核对目录的提供单位、来源系统和共享条件。", [.. first.Resources.Where(r => r.Code.Length > 0).Take(3).Select(r => r.Id)]), authority, cancel));
        var row = await store.Set<CatalogUpdate>().AsNoTracking().SingleAsync(u => u.Id == id, cancel);
        var owed = (await concerned.Of(row, cancel)).First(r => r.Owed).Row.ResourceId;
        _ = await Must(mark.Run(id, row.Edit, new UnaffectedChoice([owed], false), "职责没有变，目录的内容和条件都不受影响。", new Actor(0, "王敏", first.Unit.Id, first.Unit.Name, new HashSet<string> { Roles.Liaison }), cancel));
        _ = await Must(open.Run(new UpdateDraft(second.Unit.Id, nameof(ChangeCause.Law), "示例管理条例（2026年修订）", today.AddDays(-40), "新条例改了登记事项，数据项和不予共享的依据要跟着改。", [.. second.Resources.Where(r => r.Code.Length > 0).Take(2).Select(r => r.Id)]), authority, cancel));
        await output.WriteLineAsync("目录更新 updates: 2 件");
    }

    private async Task<(Unit Unit, IReadOnlyList<DutyResource> Resources)> Held(string name, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var unit = units.Find(units.Resolve(name)!.Value)!;
        return (unit, await resources.Of(units.Family(unit.Id), cancel));
    }

    private async Task<T> Must<T>(Task<Result<T>> step)
    {
        var done = (await step).Value;
        store.ChangeTracker.Clear();
        return done;
    }
}
