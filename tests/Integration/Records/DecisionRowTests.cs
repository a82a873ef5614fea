using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Records;

/// <summary>Which rows a decision touched is known for ever, and what was signed stands in the chained log.</summary>
public sealed class DecisionRowTests
{
    [Theory, Engines]
    public async Task A_row_tells_that_it_was_confirmed_and_that_this_was_undone(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局", "00999011");
        foreach (var name in new[] { "企业登记", "企业年报" }) await services.Publish(unit, name, ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        var id = (await services.Entries())[0].Id;
        var decision = (await services.Confirm(These(id), Liaison(unit))).Value.DecisionId;
        await services.Undo(decision, Liaison(unit));
        await services.Reject(These(id), "不是本单位的职责", Liaison(unit));
        var row = Assert.Single(await services.With<DecisionBook, List<DecisionRow>>(b => b.Rows(decision, "lists.responsibility", default)));
        Assert.Equal((id, "Candidate"), (row.TargetId, row.Was));
        Assert.Equal(["不列入责任清单", "撤销批量办理", "确认列入责任清单", "生成拟列入"], await History(services, id, unit));
        Assert.Equal(["生成拟列入"], await History(services, (await services.Entries())[1].Id, unit));
    }

    [Theory, Engines]
    public async Task A_row_tells_of_the_changes_that_were_decided_on(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        await services.Change(resource, r => r.Name = "企业登记信息");
        await services.Generate();
        await services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, "名称不变", Centre, default));
        await services.Change(resource, r => r.Name = "企业登记数据");
        await services.Generate();
        await services.ConfirmChanges();
        Assert.Equal(["确认责任清单变更", "不采纳责任清单变更", "确认列入责任清单", "生成拟列入"], await History(services, (await services.Entries())[0].Id, unit));
    }

    [Theory, Engines]
    public async Task What_the_negative_list_takes_off_says_so_in_the_history_of_the_row(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        var negative = await services.Signed(unit, Banned with { ResourceId = resource });
        Assert.True((await services.Decide(new(Qingdan.Lists.Negatives.NegativeAct.Agree, "", "示例会纪〔2026〕9 号"), negative)).Ok);
        Assert.Equal("确认责任清单变更", (await History(services, (await services.Entries())[0].Id, unit))[0]);
        var decision = (await services.With<Store, List<Decision>>(s => s.Set<Decision>().Where(d => d.Kind == "lists.negative.decide").ToListAsync())).Single();
        Assert.Equal(("示例会纪〔2026〕9 号", "审核中 · 1"), (decision.DocumentNumber, decision.Filter));
        Assert.Equal(negative, Assert.Single(await services.With<DecisionBook, List<DecisionRow>>(b => b.Rows(decision.Id, "lists.negative", default))).TargetId);
    }

    [Theory, Engines]
    public async Task A_signature_on_paper_stands_in_the_audit_event_with_the_digest_of_its_scan(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Proposed(unit);
        await services.With<Qingdan.Lists.Negatives.SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default));
        Assert.True((await services.Sign(id, Person(unit, Roles.Liaison), paper: new PaperSignature("郑凯", new DateOnly(2026, 11, 20), "法意〔2026〕3 号", 77, "c0ffee"))).Ok);
        var signed = await services.With<Store, AuditEvent>(s => s.Set<AuditEvent>().SingleAsync(e => e.Action == "lists.negative.signed"));
        foreach (var said in new[] { "\"signer\":\"郑凯\"", "\"onPaper\":true", "\"documentNumber\":\"法意〔2026〕3 号\"", "\"scanDigest\":\"c0ffee\"" })
            Assert.Contains(said, signed.After, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> Titles(TestServices services, long id, long unit) =>
        (await services.With<ShowEntry, Result<EntryView>>(s => s.Run(id, Liaison(unit), default))).Value.History.Select(m => m.What);

    private static async Task<string[]> History(TestServices services, long id, long unit) => [.. await Titles(services, id, unit)];
}
