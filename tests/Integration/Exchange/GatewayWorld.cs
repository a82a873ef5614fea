using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Exchange.Projection.Masking;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>The demo city with a provider's API behind one of its resources, an application of another unit that may call, and a grant of the first items.</summary>
internal sealed class GatewayWorld : IAsyncDisposable
{
    private const string Answered = """{"data":{"total":2,"list":[{"a":"甲","b":"310101199001011234","c":{"d":"密"},"e":1},{"a":"乙","b":"310101198502022345","c":{"d":"密"},"e":2}]}}""";

    private GatewayWorld(TestApp app, ProviderDouble provider) => (App, Provider) = (app, provider);

    public TestApp App { get; }
    public ProviderDouble Provider { get; }
    public PublishedResource Resource { get; private set; } = null!;
    public long ConsumerUnit { get; private set; }
    public long ApplicationId { get; private set; }
    public string ClientId { get; private set; } = "";
    public string Secret { get; private set; } = "";
    public long MountId { get; private set; }
    public long GrantId { get; private set; }

    private Actor Consumer => new(7, "王敏", ConsumerUnit, "使用单位", new HashSet<string> { Roles.Liaison, Roles.UnitHead });

    private static readonly Actor Centre = TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre);

    /// <summary>Opens it: items one and two are granted plain, at <c>a</c> and <c>b</c>; the third sits at <c>c.d</c>.</summary>
    public static async Task<GatewayWorld> Open(Engine engine)
    {
        var world = new GatewayWorld(await TestApp.StartCity(engine), await ProviderDouble.Start());
        world.Provider.Answers = http => ProviderDouble.Json(http, Answered);
        await world.Choose();
        await world.Admit();
        await world.Mount([.. world.Resource.Items.Take(3).Select(i => i.Id)]);
        await world.Grant();
        return world;
    }

    /// <summary>Opens it before anything is granted: a case of the city waits to be granted, what it asks for first is mounted, and its unit's only application has its secret.</summary>
    public static async Task<(GatewayWorld World, long CaseId)> OpenBeforeGrant(Engine engine)
    {
        var world = new GatewayWorld(await TestApp.StartCity(engine), await ProviderDouble.Start());
        world.Provider.Answers = http => ProviderDouble.Json(http, Answered);
        var row = await world.With<Store, Case>(s => s.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.ToDispatch).OrderBy(c => c.Id).FirstAsync());
        var demand = await world.With<DemandBook, DemandFacts>(d => d.Read(row.Id, default));
        world.Resource = (await world.With<PublishedCatalog, IReadOnlyList<PublishedResource>>(c => c.Of([demand.Items[0].ResourceId], default))).Single();
        world.ConsumerUnit = row.UnitId;
        var application = await world.With<Store, Application>(s => s.Set<Application>().AsNoTracking().SingleAsync(a => a.UnitId == row.UnitId));
        (world.ApplicationId, world.ClientId) = (application.Id, application.ClientId);
        world.Secret = await world.With<RotateSecret, string>(async r => (await r.Run(application.Id, application.Edit, false, world.Consumer, default)).Value);
        await world.Mount([.. demand.Items.Where(i => i.ResourceId == world.Resource.Id).Select(i => i.ItemId)]);
        return (world, row.Id);
    }

    /// <summary>A token.</summary>
    public async Task<string> Token()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", ClientId), new("client_secret", Secret)]);
        using var answer = await App.Http.PostAsync("/api/v1/oauth/token", form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>Calls with a token.</summary>
    public async Task<HttpResponseMessage> Call(string? token, string query = "", Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{GatewaySetup.Path}/{MountId}{query}");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        more?.Invoke(request);
        return await App.Http.SendAsync(request);
    }

    /// <summary>Calls with a fresh token until the gateway knows what was changed last, a second at most; the status, the body and its code.</summary>
    public async Task<(int Status, JsonElement Body)> CallUntil(int status, string query = "", Action<HttpRequestMessage>? more = null)
    {
        var token = await Token();
        for (var until = Environment.TickCount64 + 1000; ; await Task.Delay(10))
        {
            using var answer = await Call(token, query, more);
            if ((int)answer.StatusCode == status || Environment.TickCount64 > until) return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
        }
    }

    /// <summary>Uses a service of the program.</summary>
    public async Task<T> With<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = App.Scope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Changes the grant, as those do who may.</summary>
    public Task Change(Action<Grant> change) => With<Store, int>(async store =>
    {
        await using var scope = App.Scope();
        var grant = await store.Set<Grant>().SingleAsync(g => g.Id == GrantId);
        change(grant);
        grant.Touch(scope.ServiceProvider.GetRequiredService<IdSource>(), App.Clock);
        return await store.SaveChangesAsync();
    });

    /// <summary>The lines in the log, the oldest first, when so many are there.</summary>
    public async Task<List<CallRecord>> Logged(int count)
    {
        for (var until = Environment.TickCount64 + 10_000; ; await Task.Delay(50))
        {
            var lines = await With<Store, List<CallRecord>>(s => s.Set<CallRecord>().AsNoTracking().OrderBy(c => c.Node).ThenBy(c => c.Sequence).ToListAsync());
            if (lines.Count >= count || Environment.TickCount64 > until) return lines;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }

    // A resource with three items, in force in the responsibility list and in no other; some other unit uses it.
    private async Task Choose()
    {
        var entries = await With<Store, List<Entry>>(s => s.Set<Entry>().AsNoTracking().Where(e => e.State == EntryState.InForce && e.ResourceId != 0).OrderBy(e => e.Id).ToListAsync());
        var resources = await With<PublishedCatalog, IReadOnlyList<PublishedResource>>(c => c.Of([.. entries.Select(e => e.ResourceId)], default));
        Resource = resources.First(r => r.Items.Count >= 3);
        ConsumerUnit = entries.Select(e => e.ProviderId).First(p => p != Resource.ProviderId);
    }

    private async Task Admit()
    {
        ApplicationId = (await With<AskForAccess, long>(async a => (await a.Run(new ApplicationInput("综合受理平台", "办理一件事", "127.0.0.1\n::1"), Consumer, default)).Value));
        await With<DecideAccess, bool>(async d => (await d.Run(ApplicationId, 1, true, "", Centre, default)).Ok);
        Secret = await With<RotateSecret, string>(async r => (await r.Run(ApplicationId, 2, false, Consumer, default)).Value);
        ClientId = (await With<Store, Application>(s => s.Set<Application>().AsNoTracking().SingleAsync(a => a.Id == ApplicationId))).ClientId;
    }

    private Task<int> Mount(long[] itemIds) => With<Store, int>(async store =>
    {
        await using var scope = App.Scope();
        var (ids, secrets) = (scope.ServiceProvider.GetRequiredService<IdSource>(), scope.ServiceProvider.GetRequiredService<MountSecrets>());
        MountId = ids.Next();
        var mount = new Mount
        {
            Id = MountId, ResourceId = Resource.Id, Resource = Resource.Name, ProviderId = Resource.ProviderId, Name = "示例服务", Method = MountMethod.Get, Address = Provider.Address, Path = "/v1/rows", RowsPath = "$.data.list[*]",
            Credential = CredentialKind.Header, CredentialName = "X-Api-Key", Secret = secrets.Close(MountId, "upstream-secret"), State = MountState.Mounted, CreatedAt = App.Clock.GetUtcNow(),
        };
        mount.Touch(ids, App.Clock);
        store.Add(mount);
        string[] paths = ["a", "b", "c.d"];
        store.AddRange(itemIds.Select((item, i) => new MountItem { Id = ids.Next(), MountId = MountId, ItemId = item, Path = i < paths.Length ? paths[i] : $"more{i}", Mask = i == 1 ? MaskKind.IdNumber : MaskKind.None }));
        store.Add(new MountParameter { Id = ids.Next(), MountId = MountId, Place = 1, Name = "name", Passed = true, ItemId = itemIds[0] });
        store.Add(new MountParameter { Id = ids.Next(), MountId = MountId, Place = 2, Name = "secret", Passed = true, ItemId = itemIds[^1] });
        store.Add(new MountParameter { Id = ids.Next(), MountId = MountId, Place = 3, Name = "version", Value = "2" });
        store.Add(new AllowedHost { Id = ids.Next(), Host = "127.0.0.1", Why = "测试", Person = "测试", At = App.Clock.GetUtcNow() });
        return await store.SaveChangesAsync();
    });

    private Task<int> Grant() => With<Store, int>(async store =>
    {
        await using var scope = App.Scope();
        var ids = scope.ServiceProvider.GetRequiredService<IdSource>();
        GrantId = ids.Next();
        var grant = new Grant
        {
            Id = GrantId, Number = $"SQ-{GrantId}", CaseId = GrantId, UnitId = ConsumerUnit, ProviderId = Resource.ProviderId, ResourceId = Resource.Id, Resource = Resource.Name, ApplicationId = ApplicationId, Purpose = "办理一件事",
            Items = GrantedSet.Text(Resource.Items.Take(2).Select(i => new GrantedEntry(i.Id, Disclosure.Plain))), StartsOn = new DateOnly(2026, 1, 1), GrantedAt = App.Clock.GetUtcNow(),
        };
        grant.Touch(ids, App.Clock);
        store.Add(grant);
        return await store.SaveChangesAsync();
    });
}
