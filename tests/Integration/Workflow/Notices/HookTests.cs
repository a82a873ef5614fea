using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Notices.Deliveries;
using Qingdan.Workflow.Notices.Deliveries.Hooks;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow.Notices;

/// <summary>Programs that are told, by a receiver of Kestrel on loopback.</summary>
public sealed class HookTests
{
    [Theory, Engines]
    public async Task A_move_is_posted_once_to_each_hook_that_it_concerns_and_the_signature_holds(Engine engine)
    {
        await using var receiver = await Receiver.Start();
        await using var world = await City(engine, allowLocal: true);
        var other = await world.Services.Unit("示例市气象局");
        var hook = (await Register(world, receiver.Url, "示例市公安局")).Value;
        _ = (await Register(world, receiver.Url, "示例市气象局")).Value;
        Assert.NotEqual(0, other);
        _ = (await world.Dispatch()).Value;
        await MailTests.Jobs(world.Services);
        var (body, signature) = Assert.Single(receiver.Taken);
        var seconds = long.Parse(signature.Split(',')[0][2..], CultureInfo.InvariantCulture);
        Assert.Equal(HookSecret.Signature(hook.Secret, DateTimeOffset.FromUnixTimeSeconds(seconds), body), signature);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(("Turn", "workflow.case", world.Id, $"/workflow/cases/{world.Id}"), (json.RootElement.GetProperty("kind").GetString(), json.RootElement.GetProperty("subjectKind").GetString(), json.RootElement.GetProperty("subjectId").GetInt64(), json.RootElement.GetProperty("path").GetString()));
        var kept = await world.Services.With<Store, List<string>>(s => s.Set<Hook>().Select(h => h.Secret).ToListAsync());
        Assert.All(kept, k => Assert.DoesNotContain(hook.Secret, k, StringComparison.Ordinal));
        Assert.Equal([DeliveryState.Sent], await States(world));
    }

    [Theory, Engines]
    public async Task What_the_other_side_refuses_is_tried_again_and_a_stopped_hook_is_told_nothing(Engine engine)
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = StatusCodes.Status503ServiceUnavailable;
        await using var world = await City(engine, allowLocal: true);
        _ = (await Register(world, receiver.Url, "")).Value;
        _ = (await world.Dispatch()).Value;
        await MailTests.Jobs(world.Services);
        Assert.Equal([DeliveryState.Waiting], await States(world));
        receiver.Answer = StatusCodes.Status204NoContent;
        world.Services.Clock.Advance(TimeSpan.FromMinutes(2));
        await MailTests.Jobs(world.Services);
        Assert.Equal([DeliveryState.Sent], await States(world));
        var id = await world.Services.With<Store, long>(s => s.Set<Hook>().Select(h => h.Id).SingleAsync());
        Assert.True((await world.Services.With<StopHook, Result<Done>>(s => s.Run(id, Authority, default))).Ok);
        _ = (await world.Missing()).Value;
        Assert.Equal([DeliveryState.Sent], await States(world));
    }

    [Theory, Engines]
    public async Task An_address_of_this_machine_is_neither_registered_nor_told(Engine engine)
    {
        await using var receiver = await Receiver.Start();
        await using var world = await City(engine, allowLocal: false);
        foreach (var url in new[] { receiver.Url, "http://localhost/x", "http://169.254.169.254/latest", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://100.100.100.200/" })
            Assert.Equal("workflow.hook.local", (await Register(world, url, "")).Faults[0].Code);
        foreach (var url in new[] { "ftp://example.cn/", "file:///etc/passwd", "example.cn", "http://a:b@example.cn/" })
            Assert.Equal("workflow.hook.url", (await Register(world, url, "")).Faults[0].Code);
        Assert.Equal("workflow.hook.not-yours", (await world.Services.With<RegisterHook, Result<NewHookView>>(r => r.Run("https://example.cn/", "", Person(world.Asks, Roles.Liaison), default))).Faults[0].Code);
        Assert.True((await Register(world, "http://10.1.2.3/in", "")).Ok);
        // A name that comes to mean this machine only later.
        await world.Services.With<Store>(s => s.Set<Hook>().ExecuteUpdateAsync(u => u.SetProperty(h => h.Url, receiver.Url)));
        _ = (await world.Dispatch()).Value;
        await MailTests.Jobs(world.Services);
        Assert.Equal([DeliveryState.Failed], await States(world));
        Assert.Empty(receiver.Taken);
    }

    private static Task<Result<NewHookView>> Register(CaseWorld world, string url, string unit) => world.Services.With<RegisterHook, Result<NewHookView>>(r => r.Run(url, unit, Authority, default));

    private static Task<List<DeliveryState>> States(CaseWorld world) => world.Services.With<Store, List<DeliveryState>>(s => s.Set<Delivery>().Where(d => d.Channel == Channel.Hook).OrderBy(d => d.Id).Select(d => d.State).ToListAsync());

    private static Task<CaseWorld> City(Engine engine, bool allowLocal) =>
        CaseWorld.Create(engine, services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Hooks:AllowLocal"] = $"{allowLocal}" }).Build()));

    private sealed class Receiver : IAsyncDisposable
    {
        private WebApplication _app = null!;

        public ConcurrentQueue<(string Body, string Signature)> Taken { get; } = new();
        public int Answer { get; set; } = StatusCodes.Status200OK;
        public string Url { get; private set; } = "";

        public static async Task<Receiver> Start()
        {
            var receiver = new Receiver();
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            receiver._app = builder.Build();
            receiver._app.MapPost("/in", async (HttpContext http) =>
            {
                using var reader = new StreamReader(http.Request.Body);
                var body = await reader.ReadToEndAsync();
                if (receiver.Answer < 300) receiver.Taken.Enqueue((body, http.Request.Headers["X-Qingdan-Signature"].ToString()));
                return Results.StatusCode(receiver.Answer);
            });
            await receiver._app.StartAsync();
            receiver.Url = $"{receiver._app.Urls.First()}/in";
            return receiver;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
