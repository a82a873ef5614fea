using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Mounts.Calling;
using Qingdan.Exchange.Mounts.Trial;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Exchange;

public sealed class MountTests
{
    [Theory, Engines]
    public async Task A_mount_says_all_its_faults_and_is_its_units_alone(Engine engine)
    {
        await using var world = await MountWorld.Create(engine);
        var bad = new MountDraft { Address = "https://user@host/path", Path = "x/../y", Method = "Put", Credential = "Header", Rows = "data", Items = [new(world.Items[0].Id, "a..b", "Pattern", "(", "x")], Parameters = [new("a"), new("a")] };
        string[] fields = ["name", "method", "address", "path", "credentialName", "secret", "rows", $"path-{world.Items[0].Id}", $"pattern-{world.Items[0].Id}", "parameters"];
        Assert.Equal(fields.Order(StringComparer.Ordinal), (await world.Save(bad)).Faults.Select(f => f.Field!).Order(StringComparer.Ordinal));
        Assert.Equal("exchange.mount.resource", (await world.Save(world.Draft(), actor: Person(999, Roles.Liaison))).Faults[0].Code);
        Assert.Equal("exchange.mount.not-yours", (await world.Save(world.Draft(), actor: Person(world.Unit, Roles.DataCentre))).Faults[0].Code);
        var id = (await world.Save(world.Draft())).Value;
        Assert.Equal("exchange.mount.not-found", (await world.Save(world.Draft(), id, 1, Person(999, Roles.Liaison))).Faults[0].Code);
        Assert.True((await world.Save(world.Draft("name", "idNo"), id, 1)).Ok);
        Assert.Equal("exchange.mount.changed", (await world.Save(world.Draft(), id, 1)).Faults[0].Code);
        Assert.Equal(["idNo", "name"], await world.Services.With<Store, List<string>>(s => s.Set<MountItem>().Select(i => i.Path).OrderBy(p => p).ToListAsync()));
    }

    [Theory, Engines]
    public async Task A_secret_is_kept_closed_for_its_mount_and_its_address(Engine engine)
    {
        await using var world = await MountWorld.Create(engine);
        var (one, two) = ((await world.Save(world.Draft())).Value, (await world.Save(world.Draft() with { Secret = "other" })).Value);
        var (first, second) = (await world.Mount(one), await world.Mount(two));
        Assert.DoesNotContain("s3cret", first.Secret, StringComparison.Ordinal);
        await world.Services.With<MountSecrets>(secrets =>
        {
            Assert.Equal("s3cret", secrets.Open(first));
            first.Secret = second.Secret;
            Assert.Null(secrets.Open(first));
            return Task.CompletedTask;
        });
        Assert.True((await world.Save(world.Draft() with { Secret = "" }, one, 1)).Ok);
        Assert.Equal("exchange.mount.secret", (await world.Save(world.Draft() with { Secret = "", Address = "https://elsewhere.example" }, one, 2)).Faults[0].Code);
        var written = await world.Services.With<Store, List<string>>(s => s.Set<AuditEvent>().Select(e => e.After + e.Before).ToListAsync());
        Assert.DoesNotContain(written, w => w.Contains("s3cret", StringComparison.Ordinal) || w.Contains("张 三", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task It_is_tried_put_in_service_and_stopped_with_a_reason(Engine engine)
    {
        await using var world = await MountWorld.Create(engine);
        var id = (await world.Save(world.Draft())).Value;
        Assert.Equal("exchange.mount.untried", (await world.PutInService(id)).Faults[0].Code);
        Assert.Equal("exchange.upstream.inner", (await world.Try(id)).Value.Fault!.Code);
        await world.AllowLoopback();
        var trial = (await world.Try(id)).Value;
        Assert.Equal((true, 200, 1, new DateOnly(2026, 11, 20)), (trial.Passed, trial.Status!.Value, trial.Rows, trial.DataOn!.Value));
        Assert.All(trial.Items, i => Assert.Equal(TrialVerdict.Fits, i.Verdict));
        Assert.Equal(["$.code", "$.data.updated", "secret"], trial.Surplus.Select(f => f.Path));
        Assert.Equal(("GET /v1/people?key=%E5%BC%A0%20%E4%B8%89&size=10", "s3cret"), (world.Provider.Asked.Line, world.Provider.Asked.Key));
        Assert.Equal(0, (await world.PutInService(id)).Value);
        Assert.Equal("exchange.mount.in-service", (await world.Save(world.Draft(), id, (await world.Mount(id)).Edit)).Faults[0].Code);
        Assert.Equal("exchange.mount.why", (await world.Stop(id, " ")).Faults[0].Code);
        Assert.True((await world.Stop(id, "系统迁移")).Ok);
        // What is changed has to be tried again.
        Assert.True((await world.Save(world.Draft(), id, (await world.Mount(id)).Edit)).Ok);
        Assert.Equal("exchange.mount.untried", (await world.PutInService(id)).Faults[0].Code);
    }

    [Fact]
    public async Task A_trial_says_what_differs_and_proposes()
    {
        await using var world = await MountWorld.Create(Engine.Sqlite);
        await world.AllowLoopback();
        world.Provider.Answers = http => ProviderDouble.Json(http, """{"result":{"rows":[{"name":1,"id_no":"310101199001011234","p":{"age":"36"}}]}}""");
        var lost = (await world.Try((await world.Save(world.Draft())).Value)).Value;
        Assert.Equal((false, "exchange.answer.rows-missing", "$.result.rows[*]"), (lost.Passed, lost.Fault!.Code, lost.RowsProposal));
        Assert.Equal(["name", "id_no", "p.age"], lost.Items.Select(i => i.Verdict == TrialVerdict.OtherType ? i.Path : i.Proposal));
        var trial = (await world.Try((await world.Save(world.Draft("name", "idNo") with { Rows = "$.result.rows[*]" })).Value)).Value;
        Assert.Equal([TrialVerdict.OtherType, TrialVerdict.Missing, TrialVerdict.Unplaced], trial.Items.Select(i => i.Verdict));
        Assert.Equal(["", "id_no", "p.age"], trial.Items.Select(i => i.Proposal));
        // What is proposed for an item is not called surplus.
        Assert.Empty(trial.Surplus);
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "redirect", "exchange.upstream.redirect" }, { "error", "exchange.upstream.status" }, { "html", "exchange.answer.not-json-type" }, { "gzip", "exchange.answer.encoded" }, { "broken", "exchange.answer.truncated" },
        { "large", "exchange.answer.too-long" }, { "reset", "exchange.upstream.unreachable" }, { "short", "exchange.upstream.unreachable" }, { "deep", "exchange.answer.too-deep" }, { "surrogate", "exchange.answer.not-text" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_provider_is_told_and_harms_nobody(string how, string code)
    {
        await using var world = await MountWorld.Create(Engine.Sqlite);
        await world.AllowLoopback();
        world.Provider.Answers = http => Misbehave(http, how);
        var id = (await world.Save(world.Draft())).Value;
        var trial = (await world.Try(id)).Value;
        Assert.Equal((false, code), (trial.Passed, trial.Fault?.Code));
        Assert.Null((await world.Mount(id)).TriedAt);
    }

    [Theory, Engines]
    public async Task What_fails_and_what_is_old_become_findings_with_their_days(Engine engine)
    {
        await using var world = await MountWorld.Create(engine);
        var id = await world.InService();
        await world.Watch();
        Assert.Equal([], await world.Findings());
        Assert.Equal(new DateOnly(2026, 11, 20), (await world.Mount(id)).DataOn);
        world.Services.Clock.Advance(TimeSpan.FromDays(5));
        world.Provider.Answers = http => Misbehave(http, "error");
        await world.Watch();
        world.Services.Clock.Advance(TimeSpan.FromDays(2));
        await world.Watch();
        // Daily, three days of grace: fresh until 24 November; today is the 30th.
        Assert.Equal([("X01", """["户籍人口查询","2026-11-28","2","提供方返回的状态不是 200。"]"""), ("X02", """["户籍人口查询","2026-11-20","6"]""")], await world.Findings());
        world.Provider.Answers = http => ProviderDouble.Json(http, MountWorld.People.Replace("2026-11-20", "2026-11-30", StringComparison.Ordinal));
        await world.Watch();
        Assert.Equal([], await world.Findings());
        world.Provider.Answers = http => Misbehave(http, "error");
        await world.Watch();
        Assert.True((await world.Stop(id, "系统迁移")).Ok);
        await world.Watch();
        Assert.Equal([], await world.Findings());
    }

    [Theory, Engines]
    public async Task A_mount_goes_with_its_resource(Engine engine)
    {
        await using var world = await MountWorld.Create(engine);
        var (id, other) = ((await world.Save(world.Draft())).Value, await world.Services.Unit("示例市住建委", "00999047"));
        await using var scope = world.Services.Scope();
        var mounts = scope.ServiceProvider.GetServices<IDutyHolder>().OfType<MountDuties>().Single();
        Assert.Empty(await mounts.Move(new DutyScope([world.Unit], other, true, new HashSet<long>()), new DutyReason("公安", "住建", "示例〔2026〕1号", new DateOnly(2026, 11, 23)), Person(2, Roles.Authority), default));
        var moved = await mounts.Move(new DutyScope([world.Unit], other, false, new HashSet<long> { world.Resource.Id }), new DutyReason("公安", "住建", "示例〔2026〕1号", new DateOnly(2026, 11, 23)), Person(2, Roles.Authority), default);
        await mounts.Stamp(moved, default);
        Assert.Equal([("户籍人口查询", "草稿")], moved.Select(r => (r.Name, r.State)));
        Assert.Equal((other, 2), ((await world.Mount(id)).ProviderId, (await world.Mount(id)).Edit));
    }

    [Theory, Engines]
    public async Task Hosts_are_allowed_by_the_system_administrator_alone(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        Task<Result<long>> Allow(string host, string role = Roles.SystemAdmin, string why = "示例") => services.With<AllowHost, Result<long>>(a => a.Run(host, why, Person(1, role), default));
        Assert.Equal("exchange.host.not-yours", (await Allow("localhost", Roles.DataCentre)).Faults[0].Code);
        Assert.Equal(["host", "why"], (await Allow("http://localhost", why: "")).Faults.Select(f => f.Field));
        var id = (await Allow(" LocalHost. ")).Value;
        Assert.Equal("exchange.host.known", (await Allow("localhost")).Faults[0].Code);
        Assert.True((await services.With<ForbidHost, Result<Done>>(f => f.Run(id, Person(1, Roles.SystemAdmin), default))).Ok);
        Assert.True((await Allow("[::1]")).Ok);
    }

    [Fact]
    public void A_request_has_what_the_mount_names_and_nothing_of_the_callers()
    {
        var mount = new Mount { Resource = "", Address = "https://api.example", Path = "/v1", Credential = CredentialKind.Basic, CredentialName = "u" };
        using var request = MountCall.Request(mount, "p", MountCall.Sent([new() { Name = "fixed", Value = "1", Place = 0 }, new() { Name = "q", Passed = true, Place = 1 }, new() { Name = "none", Passed = true, Place = 2 }], p => p.Name == "q" ? "a&b=c#\r\nX: y" : null));
        Assert.Equal("https://api.example/v1?fixed=1&q=a%26b%3Dc%23%0D%0AX%3A%20y", request.RequestUri!.AbsoluteUri);
        Assert.Equal("Basic dTpw", request.Headers.Authorization!.ToString());
        (mount.Credential, mount.CredentialName) = (CredentialKind.Query, "key");
        using var keyed = MountCall.Request(mount, "p&q", []);
        Assert.Equal("https://api.example/v1?key=p%26q", keyed.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task A_key_in_the_query_is_kept_closed_and_the_allowed_values_as_they_were_typed()
    {
        await using var world = await MountWorld.Create(Engine.Sqlite);
        var draft = world.Draft() with { Credential = nameof(CredentialKind.Query), CredentialName = "sort", Secret = "s3cret", Parameters = [new("sort", "name", true, Allowed: ["name", "-name"])] };
        Assert.Equal(["credentialName"], (await world.Save(draft)).Faults.Select(f => f.Field));
        Assert.Equal(["allowed-0"], (await world.Save(draft with { CredentialName = "key", Parameters = [new("sort", "name", true, Allowed: ["name", ""])] })).Faults.Select(f => f.Field));
        var mount = await world.Mount((await world.Save(draft with { CredentialName = "key" })).Value);
        Assert.DoesNotContain("s3cret", mount.Secret, StringComparison.Ordinal);
        Assert.Equal("name\n-name", await world.Services.With<Store, string>(s => s.Set<MountParameter>().Select(p => p.Allowed).SingleAsync()));
    }

    [Fact]
    public void A_value_that_no_item_stands_for_is_one_of_the_allowed_or_a_number_or_a_day()
    {
        var (sort, page, name) = (new MountParameter { Name = "sort", Passed = true, Allowed = "name\n-name" }, new MountParameter { Name = "page", Passed = true }, new MountParameter { Name = "name", Passed = true, ItemId = 7 });
        Assert.Equal([true, true, false, false], ((string[])["name", "-name", "internalRemark", "Name"]).Select(sort.Allows));
        Assert.Equal([true, true, true, false, false, false], ((string[])["12", "2026-11-23", "2026-11-23T08:00:00+08:00", "internalRemark", "１２", new string('1', 41)]).Select(page.Allows));
        Assert.True(name.Allows("张三"));
    }

    private static async Task Misbehave(HttpContext http, string how)
    {
        switch (how)
        {
            case "redirect":
                http.Response.Redirect("http://169.254.169.254/latest/meta-data");
                break;
            case "error":
                http.Response.StatusCode = 500;
                await ProviderDouble.Json(http, """{"error":"stack trace"}""");
                break;
            case "html":
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<html>");
                break;
            case "gzip":
                http.Response.Headers.ContentEncoding = "gzip";
                await ProviderDouble.Json(http, "{}");
                break;
            case "reset":
                http.Abort();
                break;
            case "short":
                http.Response.ContentLength = 1000;
                await ProviderDouble.Json(http, "{}");
                http.Abort();
                break;
            default:
                await ProviderDouble.Json(http, how switch
                {
                    "broken" => """{"data":{"list":[""",
                    "large" => $$$"""{"data":{"list":[{"name":"{{{new string('x', 2_000_000)}}}"}]}}""",
                    "deep" => new string('[', 10_000),
                    _ => """{"data":{"list":[{"name":"a","idNo":"b","age":1}]},"\ud800":1}""",
                });
                break;
        }
    }
}
