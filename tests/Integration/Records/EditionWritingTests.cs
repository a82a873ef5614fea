using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions;
using Qingdan.Records.Editions.Writing;
using Qingdan.Records.Lines;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>The writing of an archive that fails and is ordered again; whose turn it is meanwhile, and who is told.</summary>
public sealed class EditionWritingTests
{
    [Theory, Engines]
    public async Task A_writing_that_failed_is_seen_and_ordered_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var world = new EditionWorld(services.Scope);
        await Break(services);
        var id = await world.Consulted();
        var view = await world.View(id);
        Assert.True(view.Writing is { Failed: true, Round: 1, Job: > 0 });
        Assert.Contains(nameof(EditionAct.Retry), view.Acts);
        Assert.Equal("records.edition.not-written", (await world.Decide(id, (d, edit) => d.Conclude(id, edit, EditionWorld.Authority, default))).Faults[0].Code);
        Assert.Contains((await Todos(world, EditionWorld.Authority)), t => t.Action == "去重试");
        await Mend(services);
        Assert.True((await Retry(world, id)).Ok);
        Assert.Equal("records.edition.no-retry", (await Retry(world, id)).Faults[0].Code);
        await world.Work();
        view = await world.View(id);
        Assert.Null(view.Writing);
        Assert.Single(view.Files);
        Assert.DoesNotContain(nameof(EditionAct.Retry), view.Acts);
        Assert.Equal("records.edition.no-retry", (await Retry(world, id)).Faults[0].Code);
        await Issue(world, id, services);
    }

    [Fact]
    public async Task A_program_orders_a_writing_again_only_when_it_failed()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        var world = new EditionWorld(app.Scope);
        app.Person = EditionWorld.Authority;
        var id = await world.Consulted();
        using (var refused = await Retry(app, id, await world.Edit(id)))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("records.edition.no-retry", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        await world.With<Store, bool>(async store =>
        {
            await store.Execute("DELETE FROM records_edition_files", default);
            await store.Execute("UPDATE platform_jobs SET state = 'Failed' WHERE kind = 'records.edition'", default);
            return true;
        });
        Assert.True((bool)JsonNode.Parse(await app.Http.GetStringAsync($"/api/v1/editions/{id}"))!["writing"]!["failed"]!);
        using (var ordered = await Retry(app, id, await world.Edit(id))) Assert.Equal(HttpStatusCode.NoContent, ordered.StatusCode);
        await world.Work();
        Assert.Single((await world.View(id)).Files);
    }

    [Theory, Engines]
    public async Task Whose_turn_it_is_stands_in_the_todos_and_the_units_are_told_once(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var world = new EditionWorld(services.Scope);
        var unit = await Liaison(services, "市民政局");
        var id = await world.Consulted();
        var asked = (await Todos(world, unit)).Single(t => t.Href == $"/editions/{id}");
        Assert.Equal("去反馈", asked.Action);
        Assert.Equal(1, await Notices(services, "minzheng", id));
        var opinion = await world.Say(id, unit, "请改依据。");
        Assert.DoesNotContain((await Todos(world, unit)), t => t.Href == $"/editions/{id}");
        Assert.Equal("去处理", (await Todos(world, EditionWorld.Authority)).Single(t => t.Href == $"/editions/{id}").Action);
        await world.Answer(id, opinion, "Adopted", "");
        Assert.DoesNotContain((await Todos(world, EditionWorld.Authority)), t => t.Href == $"/editions/{id}");
        await world.Decide(id, (d, edit) => d.Conclude(id, edit, EditionWorld.Authority, default));
        Assert.Equal("去登记", (await Todos(world, EditionWorld.Authority)).Single(t => t.Href == $"/editions/{id}").Action);
        await world.Decide(id, (d, edit) => d.Pass(id, edit, "纪要", new DateOnly(2026, 11, 20), EditionWorld.Authority, default));
        Assert.Equal("去印发", (await Todos(world, EditionWorld.Authority)).Single(t => t.Href == $"/editions/{id}").Action);
        var (code, output, error) = await VerbRun.Run(services, "edition", "publish", $"{id}", "--person", "authority", "--document", "沪数发〔2026〕30号", "--effective", "2027-01-01", "--summary", "首次印发", "--json");
        Assert.True(code == ExitCode.Done, error);
        Assert.Equal(3, JsonNode.Parse(output)!["lists"]!.AsArray().Count);
        Assert.Equal("已印发", (await world.View(id)).Row.State);
        await world.Work();
        Assert.Equal(2, await Notices(services, "minzheng", id));
        Assert.Equal(ExitCode.Refused, (await VerbRun.Run(services, "edition", "publish", $"{id}", "--person", "minzheng", "--document", "x", "--effective", "2027-01-01", "--summary", "x")).Code);
        Assert.Equal(ExitCode.Usage, (await VerbRun.Run(services, "edition", "publish", $"{id}", "--person", "authority", "--document", "x", "--effective", "2027/1/1", "--summary", "x")).Code);
    }

    private static async Task Issue(EditionWorld world, long id, TestServices services)
    {
        await world.Deliberate(id);
        await Break(services);
        Assert.True((await world.Issue(id)).Ok);
        Assert.True((await world.View(id)).Writing is { Failed: false, Round: 0 });
        await world.Work();
        Assert.True((await world.View(id)).Writing is { Failed: true, Round: 0 });
        await Mend(services);
        Assert.True((await Retry(world, id)).Ok);
        await world.Work();
        Assert.Equal(("已印发", 1), ((await world.View(id)).Row.State, (await world.View(id)).Row.Number));
    }

    private static async Task<HttpResponseMessage> Retry(TestApp app, long id, int edit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/editions/{id}/retry");
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{edit}\"");
        return await app.Http.SendAsync(request);
    }

    private static async Task<Result<Done>> Retry(EditionWorld world, long id)
    {
        var edit = await world.Edit(id);
        return await world.With<RetryWriting, Result<Done>>(r => r.Run(id, edit, EditionWorld.Authority, default));
    }

    private static Task<IReadOnlyList<Todo>> Todos(EditionWorld world, Actor actor) => world.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(sources => sources.Single(s => s.Kind == "版次").For(actor, 50, default));

    private static async Task<Actor> Liaison(TestServices services, string unit)
    {
        var id = await services.With<IOrganizationDirectory, long>(async o => (await o.Tree(default)).Resolve(unit)!.Value);
        return new Actor(1, "王敏", id, unit, new HashSet<string> { Roles.Liaison });
    }

    private static async Task<long> Notices(TestServices services, string account, long id) => (await services.With<Store, IReadOnlyList<long>>(async store => await store.Query(
        $"SELECT COUNT(*) FROM workflow_notices n JOIN organizations_people p ON p.id = n.person_id WHERE n.subject_kind = 'records.edition' AND n.subject_id = {id} AND p.sign_in_name = '{account}'", r => r.GetInt64(0), default)))[0];

    /// <summary>Two lines under one key: such a list cannot be written.</summary>
    private static Task Break(TestServices services) => services.With<Store>(async store =>
    {
        foreach (var id in new[] { -1L, -2L })
            store.Add(new ListLine { Id = id, List = "responsibility", EntryId = id, Key = "ZR-0", UnitId = 1, FromAt = services.Clock.GetUtcNow(), Content = "{}" });
        await store.SaveChangesAsync();
    });

    private static Task Mend(TestServices services) => services.With<Store>(s => s.Set<ListLine>().Where(l => l.Id < 0).ExecuteDeleteAsync());
}
