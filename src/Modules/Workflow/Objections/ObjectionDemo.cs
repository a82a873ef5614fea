using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>示例市's objections by a unit that uses data: one fed back and waiting for the raiser, one being verified, so that the data bear the mark.</summary>
internal sealed class ObjectionDemo(
    Store store, DemandBook demands, IOrganizationDirectory organizations, TimeProvider clock, RaiseObjection raise, AcceptObjection accept, VerifyData verify) : IDemoPart
{
    private UnitTree _units = null!;

    public int Order => 56;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        _units = await organizations.Tree(cancel);
        var used = await store.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.InUse).OrderBy(c => c.Id).FirstOrDefaultAsync(cancel);
        var items = used is null ? [] : (await demands.Read(used.Id, cancel)).Items.Where(i => i.ResourceId != 0).ToList();
        if (items.Count == 0) return;
        var (raiser, provider) = (Person("周航", used!.UnitId), Person("王敏", used.ProviderId));
        var first = await Raise(items[0], nameof(Wrong.Outdated), "状态停在上个月，与窗口办件结果不一致。", "办件编号 示例-2026-1107", "已于 11 月 3 日变更。", raiser, cancel);
        await Must(accept.Run(first, 1, "属于校核事项，已受理。", provider, cancel));
        await Must(verify.Run(first, 2, nameof(Outcome.Corrected), "源系统漏推一批变更，已补推并核对。", clock.Today(), provider, cancel));
        var second = await Raise(items[^1], nameof(Wrong.Inconsistent), "同一对象在两个区的记录不一致。", "流水号 示例-0042、示例-0043", "以登记地为准，只保留一条。", raiser, cancel);
        await Must(accept.Run(second, 1, "已受理，正在查源头。", provider, cancel));
        await output.WriteLineAsync("异议 objections: 2 件");
    }

    private async Task<long> Raise(DemandedItem item, string wrong, string what, string record, string should, Actor raiser, CancellationToken cancel)
    {
        var raised = await raise.Run(new ObjectionDraft(item.ResourceId, item.ItemId == 0 ? [] : [item.ItemId], wrong, what, record, should), [], raiser, cancel);
        store.ChangeTracker.Clear();
        return raised.Value;
    }

    private Actor Person(string name, long unit) => new(0, name, unit, _units.Find(unit)?.Name ?? "", new HashSet<string> { Roles.Liaison });

    private async Task Must(Task<Result<Done>> step)
    {
        _ = (await step).Value;
        store.ChangeTracker.Clear();
    }
}
