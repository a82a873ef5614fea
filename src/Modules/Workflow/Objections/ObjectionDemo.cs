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

/// <summary>示例市's objections by a unit that asked for data and saw them at its counter: one fed back and waiting for the raiser, one being verified, so that the data bear the mark.</summary>
internal sealed class ObjectionDemo(
    Store store, DemandBook demands, IOrganizationDirectory organizations, TimeProvider clock, RaiseObjection raise, AcceptObjection accept, VerifyData verify) : IDemoPart
{
    private UnitTree _units = null!;

    public int Order => 56;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        _units = await organizations.Tree(cancel);
        foreach (var asked in await store.Set<Case>().AsNoTracking().Where(c => c.State != CaseState.Withdrawn).OrderBy(c => c.Id).ToListAsync(cancel))
        {
            if ((await demands.Read(asked.Id, cancel)).Items.Where(i => i.ResourceId != 0).ToList() is not { Count: > 0 } items) continue;
            await Walk(items, Person("周航", asked.UnitId), cancel);
            await output.WriteLineAsync("异议 objections: 2 件");
            return;
        }
    }

    private async Task Walk(List<DemandedItem> items, Actor raiser, CancellationToken cancel)
    {
        var (first, provider) = await Raise(items[0], nameof(Wrong.Outdated), "状态停在上个月，与窗口办件结果不一致。", "办件编号 示例-2026-1107", "已于 11 月 3 日变更。", raiser, cancel);
        await Must(accept.Run(first, 1, "属于校核事项，已受理。", provider, cancel));
        await Must(verify.Run(first, 2, nameof(Outcome.Corrected), "源系统漏推一批变更，已补推并核对。", clock.Today(), provider, cancel));
        var (second, another) = await Raise(items[^1], nameof(Wrong.Inconsistent), "同一对象在两个区的记录不一致。", "流水号 示例-0042、示例-0043", "以登记地为准，只保留一条。", raiser, cancel);
        await Must(accept.Run(second, 1, "已受理，正在查源头。", another, cancel));
    }

    private async Task<(long Id, Actor Provider)> Raise(DemandedItem item, string wrong, string what, string record, string should, Actor raiser, CancellationToken cancel)
    {
        using var sheet = new MemoryStream("%PDF-1.4\n% 示例市窗口办件记录\n%%EOF\n"u8.ToArray());
        var raised = await raise.Run(new ObjectionDraft(item.ResourceId, item.ItemId == 0 ? [] : [item.ItemId], wrong, what, record, should), [new ProofFile("窗口办件记录.pdf", sheet)], raiser, cancel);
        store.ChangeTracker.Clear();
        var provider = await store.Set<Objection>().Where(o => o.Id == raised.Value).Select(o => o.ProviderId).SingleAsync(cancel);
        return (raised.Value, Person("王敏", provider));
    }

    private Actor Person(string name, long unit) => new(0, name, unit, _units.Find(unit)?.Name ?? "", new HashSet<string> { Roles.Liaison });

    private async Task Must(Task<Result<Done>> step)
    {
        _ = (await step).Value;
        store.ChangeTracker.Clear();
    }
}
