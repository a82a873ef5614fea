using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Mounts.Trial;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Exchange.Mounts.Watching;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>A unit with one published resource of three items, and its server.</summary>
internal sealed class MountWorld : IAsyncDisposable
{
    /// <summary>One row with a value for each item, and one field more.</summary>
    public const string People = """{"code":200,"data":{"updated":"2026-11-20","list":[{"name":"张三","idNo":"310101199001011234","age":36,"secret":"x"}]}}""";

    private MountWorld(TestServices services, ProviderDouble provider, long unit, Resource resource, List<Item> items) => (Services, Provider, Unit, Resource, Items) = (services, provider, unit, resource, items);

    public TestServices Services { get; }
    public ProviderDouble Provider { get; }
    public long Unit { get; }
    public Resource Resource { get; }
    public List<Item> Items { get; }

    public static async Task<MountWorld> Create(Engine engine)
    {
        var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市公安局", "00999020");
        var resource = await services.Publish(unit, "户籍人口信息", ShareProperty.Conditional, true, "姓名", "身份证号", "年龄");
        var items = await services.With<Store, List<Item>>(async s =>
        {
            var rows = await s.Set<Item>().Where(i => i.ResourceId == resource.Id).OrderBy(i => i.Place).ToListAsync();
            foreach (var (row, field, type) in rows.Zip(["NAME", "ID_NO", "AGE"], ["字符串型", "字符串型", "整型"])) (row.FieldName, row.DataType) = (field, type);
            await s.SaveChangesAsync();
            return rows;
        });
        var world = new MountWorld(services, await ProviderDouble.Start(), unit, resource, items);
        world.Provider.Answers = http => ProviderDouble.Json(http, People);
        return world;
    }

    /// <summary>A draft without a fault.</summary>
    public MountDraft Draft(params string[] paths) => new()
    {
        Name = "户籍人口查询", Address = Provider.Address, Path = "/v1/people", Rows = "$.data.list[*]", Credential = "Header", CredentialName = "X-Api-Key", Secret = "s3cret", DatePath = "$.data.updated",
        Items = [.. (paths.Length > 0 ? paths : ["name", "idNo", "age"]).Select((p, i) => new MountItemDraft(Items[i].Id, p, i == 1 ? "IdNumber" : "None"))],
        Parameters = [new("key", "张 三", true, Items[0].Id, true), new("size", "10")],
    };

    public Actor Liaison => Person(Unit, Roles.Liaison);

    public Task<Result<long>> Save(MountDraft draft, long id = 0, int edit = 0, Actor? actor = null) => Services.With<SaveMount, Result<long>>(s => s.Run(id, edit, Resource.Id, draft, actor ?? Liaison, default));

    public Task<Mount> Mount(long id) => Services.With<Store, Mount>(s => s.Set<Mount>().AsNoTracking().SingleAsync(m => m.Id == id));

    public async Task<Result<TrialView>> Try(long id)
    {
        var edit = (await Mount(id)).Edit;
        return await Services.With<TryMount, Result<TrialView>>(t => t.Run(id, edit, Liaison, default));
    }

    public async Task<Result<int>> PutInService(long id)
    {
        var edit = (await Mount(id)).Edit;
        return await Services.With<PutInService, Result<int>>(p => p.Run(id, edit, Liaison, default));
    }

    public async Task<Result<Done>> Stop(long id, string why)
    {
        var edit = (await Mount(id)).Edit;
        return await Services.With<StopMount, Result<Done>>(s => s.Run(id, edit, why, Liaison, default));
    }

    /// <summary>Lets mounts lead to this machine.</summary>
    public async Task AllowLoopback() => _ = (await Services.With<AllowHost, Result<long>>(a => a.Run("127.0.0.1", "测试用的提供方", Person(1, Roles.SystemAdmin), default))).Value;

    /// <summary>A mount in service.</summary>
    public async Task<long> InService(MountDraft? draft = null)
    {
        await AllowLoopback();
        var id = (await Save(draft ?? Draft())).Value;
        if (!(await Try(id)).Value.Passed) throw new InvalidOperationException("The trial failed.");
        _ = (await PutInService(id)).Value;
        return id;
    }

    /// <summary>Has an hour's watching done.</summary>
    public async Task Watch()
    {
        await Services.With<Store>(async s => await s.Set<Job>().ExecuteDeleteAsync());
        await using (var scope = Services.Scope()) foreach (var work in Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetServices<IRegularWork>(scope.ServiceProvider).OfType<WatchMounts>()) await work.Run(default);
        await Services.With<JobRunner>(r => r.RunDue(default));
    }

    public Task<List<(string Code, string Args)>> Findings() => Services.With<Store, List<(string, string)>>(s => s.Query("SELECT code, args FROM records_findings WHERE source = 'exchange' ORDER BY code", r => (r.GetString(0), r.GetString(1)), default));

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        await Services.DisposeAsync();
    }
}
