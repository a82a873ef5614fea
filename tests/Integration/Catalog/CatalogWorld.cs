using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary>Two units, their people and the authority, on a fresh store.</summary>
internal sealed class CatalogWorld : IAsyncDisposable
{
    private CatalogWorld(TestServices services) => Services = services;

    public TestServices Services { get; }
    public Actor Liaison { get; private set; } = null!;
    public Actor Head { get; private set; } = null!;
    public Actor Stranger { get; private set; } = null!;
    public Actor Authority { get; } = new(9, "赵", 0, "市数据局", new HashSet<string> { Roles.Authority });

    /// <summary>A content that may be handed in.</summary>
    public static ResourceContent Complete { get; } = new()
    {
        Name = "婚姻登记信息", Summary = "婚姻登记的当事人和日期", Theme = "民生服务", SystemName = "婚姻登记系统", Formats = "xlsx", Frequency = UpdateFrequency.Monthly,
        Share = ShareProperty.Conditional, ShareStated = true, ShareCondition = "限行政审批", ShareWays = "服务接口", OpenType = OpenType.Conditional, DataLevel = "一般数据3级",
        Elements = new Dictionary<string, string> { ["openCondition"] = "签订使用协议" },
        Items = [new ItemContent { Name = "姓名", FieldName = "name", DataType = "字符串型", Length = 50 }, new ItemContent { Name = "登记日期", FieldName = "registered", DataType = "日期型" }],
    };

    public static SignOffInput Consent { get; } = new(true, "同意");

    public static async Task<CatalogWorld> Create(Engine engine)
    {
        var world = new CatalogWorld(await TestServices.Create(engine));
        var civil = await world.Unit("示例市民政局", "市民政局", "00999012");
        var police = await world.Unit("示例市公安局", "市公安局", "00999020");
        world.Liaison = new Actor(1, "王敏", civil, "市民政局", new HashSet<string> { Roles.Liaison });
        world.Head = new Actor(2, "李局", civil, "市民政局", new HashSet<string> { Roles.UnitHead });
        world.Stranger = new Actor(3, "周", police, "市公安局", new HashSet<string> { Roles.Liaison });
        return world;
    }

    public Task<long> Draft(ResourceContent? content = null, Actor? author = null) =>
        Services.With<SaveResource, long>(async save => (await save.Create(content ?? Complete, author ?? Liaison, default)).Value);

    public async Task<long> Published(ResourceContent? content = null)
    {
        var id = await Draft(content);
        await Submit(id);
        await Review(id, CatalogWorld.Consent);
        return id;
    }

    public Task<Result<Done>> Update(long id, int edit, ResourceContent content, Actor? author = null) =>
        Services.With<SaveResource, Result<Done>>(save => save.Update(id, edit, content, author ?? Liaison, default));

    public Task<Result<Done>> Submit(long id) => Services.With<SubmitResource, Result<Done>>(submit => submit.Run(id, true, Consent, Head, default));

    public async Task<Result<Done>> Review(long id, SignOffInput verdict, int? edit = null)
    {
        var seen = edit ?? (await Row(id)).Edit;
        return await Services.With<ReviewResource, Result<Done>>(review => review.Run(id, seen, verdict, Authority, default));
    }

    /// <summary>The next version of a published resource, approved.</summary>
    public async Task Change(long id, ResourceContent content)
    {
        Assert.True((await Update(id, (await Row(id)).Edit, content)).Ok);
        await Submit(id);
        Assert.True((await Review(id, Consent)).Ok);
    }

    /// <summary>Runs what is ordered.</summary>
    public Task<int> Jobs() => Services.With<JobRunner, int>(runner => runner.RunDue(default));

    public Task<Resource> Row(long id) => Services.With<Store, Resource>(store => store.Set<Resource>().AsNoTracking().SingleAsync(r => r.Id == id));

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private Task<long> Unit(string name, string shortName, string body) => Services.With<CreateOrganization, long>(async create => (await create.Run(
        new OrganizationDraft { Name = name, ShortName = shortName, Kind = nameof(OrganizationKind.CityDepartment), Uscc = UnifiedSocialCreditCode.Of($"11990000{OrganizationCode.Of(body).Value}").Value }, Actor.System, default)).Value);
}
