using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

public sealed class EditTests
{
    [Theory, Engines]
    public async Task Of_two_people_saving_one_record_the_second_is_told_and_nothing_is_overwritten(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, draft) = await Open(services, "市统计局");
        Assert.True((await Save(services, unit, draft with { ShortName = "统计局" })).Ok);
        var second = await Save(services, unit, draft with { ShortName = "市统计" });
        Assert.Equal((FaultKind.Conflict, "organizations.unit.changed"), (second.Faults[0].Kind, second.Faults[0].Code));
        Assert.Equal("统计局", (await DirectoryTests.Tree(services)).ShortName(unit.Id));
    }

    [Theory, Engines]
    public async Task A_renamed_unit_is_still_known_by_its_former_name_but_not_by_an_alias_taken_out(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, draft) = await Open(services, "市卫健委");
        Assert.True((await Save(services, unit, draft with { Name = "示例市卫生委员会", Aliases = "示例市健康促进委员会" })).Ok);
        var tree = await DirectoryTests.Tree(services);
        Assert.All(["示例市卫生健康委员会", "示例市卫生委员会", "示例市健康促进委员会", "市卫健委"], name => Assert.Equal(unit.Id, tree.Resolve(name)));
        Assert.Null(tree.Resolve("示例市中医药管理局"));
        var history = await services.With<Store, HistoryEntry>(s => s.Set<HistoryEntry>().SingleAsync(h => h.UnitId == unit.Id));
        Assert.Equal((HistoryKind.Renamed, "示例市卫生健康委员会", "示府〔2026〕1号"), (history.Kind, history.Note, history.Document));
    }

    [Theory, Engines]
    public async Task Saving_a_proposed_unit_confirms_it_and_the_audit_log_has_before_and_after(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, draft) = await Open(services, "示例市北桥区政府");
        Assert.True((await Save(services, unit, draft with { ShortName = "北桥" })).Ok);
        var saved = (await DirectoryTests.Tree(services)).Find(unit.Id)!;
        Assert.Equal((OrganizationState.Active, false), (saved.State, saved.KindInferred));
        var entry = await services.With<Store, AuditEvent>(s => s.Set<AuditEvent>().SingleAsync(e => e.Action == "organizations.unit.edited"));
        Assert.DoesNotContain("北桥\"", entry.Before!, StringComparison.Ordinal);
        Assert.Contains("\"shortName\":\"北桥\"", entry.After!, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_unit_cannot_stand_below_itself(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, draft) = await Open(services, "东岸区");
        Assert.Equal("organizations.parent.below", (await Save(services, unit, draft with { Parent = "梧桐街道" })).Faults.Single().Code);
    }

    private static async Task<(Organization Unit, OrganizationDraft Draft)> Open(TestServices services, string name)
    {
        await DirectoryTests.LoadDemo(services);
        var tree = await DirectoryTests.Tree(services);
        var id = tree.Resolve(name)!.Value;
        return await services.With<Store, (Organization, OrganizationDraft)>(async store =>
        {
            var unit = await store.Set<Organization>().AsNoTracking().SingleAsync(o => o.Id == id);
            return (unit, unit.ToDraft(await store.Set<OrganizationName>().AsNoTracking().Where(n => n.UnitId == id).ToListAsync(), tree));
        });
    }

    private static Task<Result<long>> Save(TestServices services, Organization unit, OrganizationDraft draft) =>
        services.With<EditOrganization, Result<long>>(e => e.Run(unit.Id, unit.Version, draft with { Document = "示府〔2026〕1号" }, DirectoryTests.Someone, default));
}
