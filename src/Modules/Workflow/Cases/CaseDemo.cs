using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>示例市's cases, one at each place of the way: waiting for dispatch, for an answer, for a supplement, for a signature, for the data, in use.</summary>
internal sealed class CaseDemo(
    Store store, DemandBook demands, IOrganizationDirectory organizations, ActPlainly plainly, AskSupplement missing, DraftAnswer draft, SignAnswer sign, SupplyData supply) : IDemoPart
{
    private UnitTree _units = null!;

    public int Order => 55;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        _units = await organizations.Tree(cancel);
        var rows = await store.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.ToDispatch && c.ProviderId != 0).OrderBy(c => c.Id).ToListAsync(cancel);
        // The first stays where it is; each next goes a step further.
        for (var i = 0; i < rows.Count; i++) await Walk(rows[i], i, cancel);
        await output.WriteLineAsync($"办理 cases: {rows.Count} 件");
    }

    private async Task Walk(Case row, int steps, CancellationToken cancel)
    {
        if (steps < 1) return;
        var (liaison, head) = (Person("王敏", row.ProviderId, Roles.Liaison), Person("李局", row.ProviderId, Roles.UnitHead));
        await Must(plainly.Run(row.Id, await Edit(row.Id, cancel), CaseAct.Dispatch, new PlainInput("匹配到目录，请按期答复。"), Person("陈晓", _units.Resolve("市大数据中心") ?? 0, Roles.DataCentre), cancel));
        if (steps == 2) await Must(missing.Run(row.Id, await Edit(row.Id, cancel), "应用场景对应的业务事项编码\n个人信息保护影响评估报告", liaison, cancel));
        if (steps < 3) return;
        var items = (await demands.Read(row.Id, cancel)).Items;
        var answers = items.Select((item, i) => item.Forbidden.Length > 0 || (steps > 3 && i == items.Count - 1 && i > 0) ? new AnswerInput(item.Id, nameof(Verdict.Verify)) : new AnswerInput(item.Id, nameof(Verdict.Agree))).ToList();
        await Must(draft.Run(row.Id, await Edit(row.Id, cancel), answers, "", liaison, cancel));
        if (steps < 4) return;
        await Must(sign.Run(row.Id, await Edit(row.Id, cancel), new SignOffInput(true, "同意。"), head, cancel));
        if (steps < 5) return;
        await Must(supply.Run(row.Id, await Edit(row.Id, cancel), nameof(SupplyWay.Service), "示例接口 query/basic", liaison, cancel));
    }

    private Task<int> Edit(long id, CancellationToken cancel) => store.Set<Case>().AsNoTracking().Where(c => c.Id == id).Select(c => c.Edit).SingleAsync(cancel);

    private Actor Person(string name, long unit, string role) => new(0, name, unit, _units.Find(unit)?.Name ?? "", new HashSet<string> { role });

    private async Task Must(Task<Result<Done>> step)
    {
        _ = (await step).Value;
        store.ChangeTracker.Clear();
    }
}
