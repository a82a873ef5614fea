using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>The program with two units, and programs that call it for their people.</summary>
internal sealed class RoundApp : IAsyncDisposable
{
    public const string Root = "/api/v1/rounds";

    private RoundApp(TestApp app) => App = app;

    public TestApp App { get; }
    public Actor Authority { get; } = new(9, "赵", 0, "市数据局", new HashSet<string> { Roles.Authority });
    public Actor Liaison { get; private set; } = null!;
    public Actor Head { get; private set; } = null!;
    public Actor Stranger { get; private set; } = null!;

    /// <summary>Two units; the first has two entries.</summary>
    public static async Task<RoundApp> Start(Engine engine)
    {
        var world = new RoundApp(await TestApp.Start(engine));
        var unit = await world.Unit("市民政局", "00999012");
        world.Liaison = new Actor(1, "王敏", unit, "市民政局", new HashSet<string> { Roles.Liaison });
        world.Head = new Actor(2, "李局", unit, "市民政局", new HashSet<string> { Roles.UnitHead });
        world.Stranger = new Actor(3, "周", await world.Unit("市公安局", "00999020"), "市公安局", new HashSet<string> { Roles.Liaison });
        foreach (var name in new[] { "婚姻登记信息", "低保对象信息" })
            await world.Use<AddEntry>(async a => _ = (await a.Run(new EntryInput
            {
                Name = name, Items = "姓名\n登记日期", Share = ShareProperty.Conditional, ShareCondition = "限行政审批", ShareWays = "服务接口", Frequency = UpdateFrequency.Monthly, DataLevel = "一般数据", SystemName = "民政系统",
                Contact = "信息处 王敏",
            }, world.Liaison, default)).Value);
        return world;
    }

    /// <summary>Opens a round by the API; returns its id.</summary>
    public async Task<long> Open() => (await Ok(Authority, HttpMethod.Post, Root, new
    {
        title = "2026 年度三清单集中梳理", noticeNumber = "示数办〔2026〕18 号", noticeOn = "2026-11-02", dueOn = "2026-11-27", tables = new[] { "responsibility" }, units = new[] { Liaison.UnitId, Stranger.UnitId },
    })).Body.GetProperty("id").GetInt64();

    /// <summary>The first unit's report.</summary>
    public async Task<long> Report(long round) =>
        (await Ok(Liaison, HttpMethod.Get, $"{Root}/{round}")).Body.GetProperty("rows")[0].GetProperty("reports")[0].GetProperty("id").GetInt64();

    /// <summary>Calls an operation; <paramref name="edit"/> goes as If-Match.</summary>
    public async Task<RoundReply> Call(Actor actor, HttpMethod method, string path, object? body = null, int? edit = null)
    {
        App.Person = actor;
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body) };
        if (edit is { } seen) request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        using var answer = await App.Http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var json = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new(answer.StatusCode, json ? JsonDocument.Parse(bytes).RootElement : default, int.TryParse(answer.Headers.ETag?.Tag.Trim('"'), out var tag) ? tag : -1, bytes);
    }

    /// <summary>Calls an operation that must be done.</summary>
    public async Task<RoundReply> Ok(Actor actor, HttpMethod method, string path, object? body = null, int? edit = null)
    {
        var reply = await Call(actor, method, path, body, edit);
        Assert.True((int)reply.Status < 300, $"{method} {path}: {reply.Status} {System.Text.Encoding.UTF8.GetString(reply.Bytes)}");
        return reply;
    }

    /// <summary>Calls an operation that must be refused: status and all codes.</summary>
    public async Task Refused(HttpStatusCode status, string[] codes, Actor actor, HttpMethod method, string path, object? body = null, int? edit = null)
    {
        var reply = await Call(actor, method, path, body, edit);
        Assert.True(reply.Status == status, $"{method} {path}: {reply.Status} {System.Text.Encoding.UTF8.GetString(reply.Bytes)}");
        Assert.Equal(codes, reply.Body.ValueKind == JsonValueKind.Undefined ? [] : reply.Body.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("code").GetString()!));
    }

    /// <summary>Hands a file in by an operation that takes files, and does what waits.</summary>
    public async Task<RoundReply> Send(Actor actor, string path, byte[] file, string name = "民政局责任清单.xlsx")
    {
        var reply = await Ok(actor, HttpMethod.Post, path, new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } });
        await Work();
        return reply;
    }

    /// <summary>Does what waits.</summary>
    public Task Work() => Use<JobRunner>(r => r.RunDue(default));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<long> Unit(string name, string body)
    {
        long id = 0;
        await Use<CreateOrganization>(async c => id = (await c.Run(new OrganizationDraft { Name = name, ShortName = name, Kind = nameof(OrganizationKind.CityDepartment), Code = OrganizationCode.Of(body).Value }, Actor.System, default)).Value);
        return id;
    }

    private async Task Use<T>(Func<T, Task> use) where T : notnull
    {
        await using var scope = App.Scope();
        await use(scope.ServiceProvider.GetRequiredService<T>());
    }
}

/// <summary>What came back.</summary>
internal sealed record RoundReply(HttpStatusCode Status, JsonElement Body, int Edit, byte[] Bytes)
{
    public long Number(string name) => Body.GetProperty(name).GetInt64();

    public string? Text(string name) => Body.TryGetProperty(name, out var value) ? value.GetString() : null;
}
