using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>The demo city with what a call needs (<see cref="GatewayGround"/>), and its calls.</summary>
internal sealed class GatewayWorld : IAsyncDisposable
{
    private const string Answered = """{"data":{"total":2,"list":[{"a":"甲","b":"310101199001011234","c":{"d":"密"},"e":1},{"a":"乙","b":"310101198502022345","c":{"d":"密"},"e":2}]}}""";

    private GatewayWorld(TestApp app, ProviderDouble provider) => (App, Provider, Ground) = (app, provider, new GatewayGround(app.Scope, app.Clock));

    public TestApp App { get; }
    public ProviderDouble Provider { get; }
    public GatewayGround Ground { get; }

    /// <summary>Opens it with everything laid.</summary>
    public static async Task<GatewayWorld> Open(Engine engine, params string[] args)
    {
        var world = await Start(await TestApp.StartCity(engine, args));
        await world.Ground.Lay(world.Provider.Address);
        return world;
    }

    /// <summary>Opens it with everything laid, and with altered services.</summary>
    public static async Task<GatewayWorld> Open(Engine engine, Action<IServiceCollection> more)
    {
        var world = await Start(await TestApp.StartCity(engine, more));
        await world.Ground.Lay(world.Provider.Address);
        return world;
    }

    /// <summary>Opens it before anything is granted: a case of the city waits to be granted, what it asks for first is mounted, and its unit's only application has its secret.</summary>
    public static async Task<(GatewayWorld World, long CaseId)> OpenBeforeGrant(Engine engine)
    {
        var world = await Start(await TestApp.StartCity(engine));
        var row = await world.With<Store, Case>(s => s.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.ToDispatch).OrderBy(c => c.Id).FirstAsync());
        var demand = await world.With<DemandBook, DemandFacts>(d => d.Read(row.Id, default));
        var ground = world.Ground;
        (ground.Resource, ground.ConsumerUnit) = ((await world.With<PublishedCatalog, IReadOnlyList<PublishedResource>>(c => c.Of([demand.Items[0].ResourceId], default))).Single(), row.UnitId);
        await ground.TakeApplication();
        await ground.Mount(world.Provider.Address, [.. demand.Items.Where(i => i.ResourceId == ground.Resource.Id).Select(i => i.ItemId)]);
        return (world, row.Id);
    }

    /// <summary>A token.</summary>
    public async Task<string> Token()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", Ground.ClientId), new("client_secret", Ground.Secret)]);
        using var answer = await App.Http.PostAsync("/api/v1/oauth/token", form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>Calls with a token.</summary>
    public Task<HttpResponseMessage> Call(string? token, string query = "", Action<HttpRequestMessage>? more = null) => Call(App, token, query, more);

    /// <summary>Calls a node with a token.</summary>
    public async Task<HttpResponseMessage> Call(TestApp node, string? token, string query = "", Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{GatewaySetup.Path}/{Ground.MountId}{query}");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        more?.Invoke(request);
        return await node.Http.SendAsync(request);
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
    public Task<T> With<TService, T>(Func<TService, Task<T>> use) where TService : notnull => Ground.With(use);

    /// <summary>Changes the grant, as those do who may.</summary>
    public Task Change(Action<Grant> change) => Ground.Change(change);

    /// <summary>The lines of a result in the log, the oldest first, when so many are there.</summary>
    public async Task<List<CallRecord>> Logged(CallResult result, int count)
    {
        for (var until = Environment.TickCount64 + 10_000; ; await Task.Delay(50))
        {
            var lines = await With<Store, List<CallRecord>>(s => s.Set<CallRecord>().AsNoTracking().Where(c => c.Result == result).OrderBy(c => c.Node).ThenBy(c => c.Sequence).ToListAsync());
            if (lines.Count >= count || Environment.TickCount64 > until) return lines;
            // The log flows by a timer of this clock.
            App.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private static async Task<GatewayWorld> Start(TestApp app)
    {
        var world = new GatewayWorld(app, await ProviderDouble.Start());
        world.Provider.Answers = http => ProviderDouble.Json(http, Answered);
        return world;
    }
}
