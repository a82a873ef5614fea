using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands.Files;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>示例市's 需求清单: demands in every state, inside the catalogue and outside it, one that insists on an item of the negative list.</summary>
internal sealed class DemandDemo(
    Store store, PublishedCatalog catalog, IOrganizationDirectory organizations, SaveDemand save, AttachFiles attach, SubmitDemand submit, CheckDemand check, WithdrawDemand withdraw) : IDemoPart
{
    private UnitTree _units = null!;

    public int Order => 51;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        _units = await organizations.Tree(cancel);
        var made = 0;
        foreach (var wanted in DemandDemoEntry.All)
            if (await Walk(wanted, cancel)) made++;
        await output.WriteLineAsync($"需求 demands: {made} 件");
    }

    private async Task<bool> Walk(DemandDemoEntry wanted, CancellationToken cancel)
    {
        if (_units.Resolve(wanted.Unit) is not { } unit) return false;
        var (liaison, head) = (Person("赵琳", unit, Roles.Liaison), Person("刘志强", unit, Roles.UnitHead));
        var centre = Person("陈晓", _units.Resolve("市大数据中心") ?? 0, Roles.DataCentre);
        if (await Input(wanted, cancel) is not { } input) return false;
        var id = (await save.Create(input, liaison, cancel)).Value;
        store.ChangeTracker.Clear();
        await Attach(id, wanted.File, liaison, cancel);
        if (wanted.State == DemandState.Draft) return true;
        await Must(submit.Run(id, await Edit(id, cancel), null, wanted.State == DemandState.AwaitingHead ? liaison : head, cancel));
        if (wanted.State is DemandState.Returned) await Must(check.Run(id, await Edit(id, cancel), new SignOffInput(false, "应用场景写得太泛，请写明在哪一步、用来判断什么。"), centre, cancel));
        if (wanted.State is DemandState.Listed or DemandState.Withdrawn) await Must(check.Run(id, await Edit(id, cancel), new SignOffInput(true, "材料齐全。"), centre, cancel));
        if (wanted.State is DemandState.Withdrawn) await Must(withdraw.Run(id, "业务调整，不再需要。", liaison, cancel));
        return true;
    }

    private async Task Attach(long id, string name, Actor liaison, CancellationToken cancel)
    {
        if (name.Length == 0) return;
        using var file = new MemoryStream("%PDF-1.4\n% 示例市个人信息保护影响评估报告\n%%EOF\n"u8.ToArray());
        _ = (await attach.Run(id, nameof(DemandFileKind.Assessment), [new SentFile(name, file)], liaison, cancel)).Value;
        store.ChangeTracker.Clear();
    }

    private async Task<DemandInput?> Input(DemandDemoEntry wanted, CancellationToken cancel)
    {
        var provider = _units.Resolve(wanted.Provider) ?? 0;
        var input = wanted.Input with
        {
            ProviderId = provider, BasisLevel = nameof(LegalBasisLevel.NormativeDocument), Purpose = "审批", Way = "服务接口", Frequency = nameof(UpdateFrequency.Daily), StartsOn = "2026-11-01", EndsOn = "2029-12-31",
            Committed = true, Urgency = nameof(Urgency.Normal),
        };
        if (wanted.Rows.Count == 0) return input;
        var items = new List<DemandItemInput>();
        await foreach (var row in catalog.Read([provider], cancel))
            if (wanted.Rows.Contains(row.Name)) items.AddRange(row.Items.Count == 0 ? [new(row.Id, 0, row.Name)] : row.Items.Take(5).Select(i => new DemandItemInput(row.Id, i.Id, i.Name)));
        return items.Count == 0 ? null : input with { Items = items };
    }

    private Actor Person(string name, long unit, string role) => new(0, name, unit, _units.Find(unit)?.Name ?? "", new HashSet<string> { role });

    private Task<int> Edit(long id, CancellationToken cancel) => store.Set<Demand>().Where(d => d.Id == id).Select(d => d.Edit).SingleAsync(cancel);

    private async Task Must(Task<Result<Done>> step)
    {
        _ = (await step).Value;
        store.ChangeTracker.Clear();
    }
}
