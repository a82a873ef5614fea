using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Demo;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

public sealed class DirectoryTests
{
    [Theory, Engines]
    public async Task The_demo_city_has_units_of_every_kind_in_a_tree(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await LoadDemo(services);
        var tree = await Tree(services);
        Assert.Equal(Enum.GetValues<OrganizationKind>(), tree.All.Select(u => u.Kind).Distinct().Order());
        Assert.Equal(DemoUnits.All.Count + DemoUnits.AsWritten.Length, tree.All.Count);
        var street = tree.Find(tree.Resolve("梧桐街道")!.Value)!;
        Assert.Equal((2, "东岸区"), (tree.Depth(street), tree.Parent(street)!.ShortName));
    }

    [Theory, Engines]
    public async Task A_unit_is_found_by_name_short_name_alias_and_both_codes(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await LoadDemo(services);
        var tree = await Tree(services);
        var unit = tree.Find(tree.Resolve("示例市卫生健康委员会")!.Value)!;
        Assert.All(["市卫健委", "示例市 中医药管理局", unit.Code!, unit.Uscc!], text => Assert.Equal(unit.Id, tree.Resolve(text)));
        Assert.Null(tree.Resolve("没有的单位"));
    }

    [Theory, Engines]
    public async Task A_filter_finds_a_unit_by_a_part_of_any_of_its_names_and_codes(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await LoadDemo(services);
        var tree = await Tree(services);
        var unit = tree.Find(tree.Resolve("示例市卫生健康委员会")!.Value)!;
        Assert.All(["卫生健康", "卫健委", "中医药", unit.Code!, unit.Uscc![^10..]], text => Assert.Contains(unit, new UnitFilter(text, null, null).In(tree)));
        Assert.Empty(new UnitFilter("没有的单位", null, null).In(tree));
    }

    [Theory, Engines]
    public async Task Unknown_names_become_units_to_be_confirmed_and_known_ones_are_found_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await LoadDemo(services);
        string[] names = ["市民政局", "示例市体育局", "示例市体育局 ", "", "甲区水利局"];
        var first = await Ensure(services, names);
        var second = await Ensure(services, names);
        Assert.Equal(first, second);
        Assert.Equal(first["示例市体育局"], first["示例市体育局 "]);
        var tree = await Tree(services);
        Assert.Equal(tree.Resolve("示例市民政局"), first["市民政局"]);
        var made = tree.Find(first["甲区水利局"])!;
        Assert.Equal((OrganizationState.Proposed, OrganizationKind.District, true, "甲区"), (made.State, made.Kind, made.KindInferred, made.District));
        Assert.Equal(2, await services.With<Store, int>(store => store.Set<AuditEvent>().CountAsync(e => e.Action == "organizations.unit.proposed" && e.ActorId == 7)));
    }

    [Theory, Engines]
    public async Task A_change_of_another_node_is_seen_within_seconds(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await LoadDemo(services);
        var id = (await Tree(services)).Resolve("市统计局")!.Value;
        await services.With<Store>(store => store.Execute("UPDATE organizations_units SET short_name = '统计局', version = version + 1 WHERE id = @id", default, ("id", id)));
        Assert.Equal("市统计局", (await Tree(services)).ShortName(id));
        services.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("统计局", (await Tree(services)).ShortName(id));
    }

    [Theory, Engines]
    public async Task A_draft_is_refused_with_all_its_faults_at_once(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await LoadDemo(services);
        var draft = new OrganizationDraft { Name = "", ShortName = "市教委", Kind = "x", Level = "District", Parent = "没有的单位", Uscc = "11990000009990021A", Code = "00999002X" };
        var result = await services.With<CreateOrganization, Platform.Results.Result<long>>(c => c.Run(draft, Someone, default));
        Assert.Equal(
            ["standards.uscc.check-digit", "standards.organization-code.check-digit", "organizations.kind.required",
             "organizations.parent.unknown", "organizations.name.required", "organizations.district.required", "organizations.name.taken"],
            result.Faults.Select(f => f.Code));
    }

    internal static readonly Actor Someone = new(7, "李四", 0, "", new HashSet<string> { Roles.Authority });

    internal static Task LoadDemo(TestServices services) =>
        services.With<IEnumerable<IDemoPart>>(parts => parts.OfType<OrganizationsDemo>().Single().Load(TextWriter.Null, default));

    internal static Task<UnitTree> Tree(TestServices services) => services.With<IOrganizationDirectory, UnitTree>(d => d.Tree(default).AsTask());

    private static Task<IReadOnlyDictionary<string, long>> Ensure(TestServices services, string[] names) =>
        services.With<IOrganizationDirectory, IReadOnlyDictionary<string, long>>(d => d.EnsureProposed(names, Someone, default));
}
