using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Files;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>附件 of a demand.</summary>
public sealed class DemandFileTests
{
    private const string New = "/lists/demands/new?outside=1", Create = "/lists/demands/new";

    [Theory, Engines]
    public async Task A_file_is_kept_with_its_digest_and_taken_off_only_while_the_demand_is_written(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider, other) = (await services.Unit("示例市住建委"), await services.Unit("示例市公安局"), await services.Unit("示例市民政局"));
        var id = await services.Drafted(unit, Complete with { ProviderId = provider });
        Assert.True((await Attach(services, id, unit, "依据.pdf", "一.PNG")).TryGet(out var edit) is false);
        Assert.True((await Attach(services, id, unit, "依据.pdf", "补充.pdf")).TryGet(out edit));
        var files = (await services.With<DemandBook, DemandFacts>(b => b.Read(id, default))).Files;
        Assert.Equal([("依据.pdf", "依据文件"), ("补充.pdf", "依据文件")], files.Select(f => (f.Name, f.Kind)));
        Assert.All(files, f => Assert.Equal(64, f.Digest.Length));
        Assert.Equal("lists.demand.not-found", await Fault(Remove(services, id, edit, files[0].Id, other)));
        Assert.Equal("lists.demand.changed", await Fault(Remove(services, id, edit - 1, files[0].Id, unit)));
        Assert.True((await Remove(services, id, edit, files[0].Id, unit)).Ok);
        Assert.Equal("lists.demand.file.not-found", await Fault(Remove(services, id, edit + 1, files[0].Id, unit)));
        Assert.Equal(["补充.pdf"], (await services.With<FindFiles, IReadOnlyList<DemandAttachment>>(f => f.Of(id, default))).Select(f => f.Name));
        Assert.Null(await Seen(services, id, files[1].Id, Person(other, Roles.Liaison)));
        Assert.True((await services.Submit(id, unit, Sheet)).Ok);
        Assert.NotNull(await Seen(services, id, files[1].Id, Person(3, Roles.DataCentre)));
        Assert.Equal("lists.demand.not-now", await Fault(Remove(services, id, (await services.Demand(id)).Edit, files[1].Id, unit)));
        Assert.Equal("lists.demand.not-now", await Fault(Attach(services, id, unit, "再补.pdf")));
        await services.Check(id);
        Assert.True((await services.With<WithdrawDemand, Result<Done>>(w => w.Run(id, "业务已取消", Person(unit, Roles.Liaison), default))).Ok);
        Assert.NotNull(await Seen(services, id, files[1].Id, Person(provider, Roles.Liaison)));
        Assert.Null(await Seen(services, id, files[1].Id, Person(other, Roles.Liaison)));
        Assert.Equal(["lists.demand.file-attached", "lists.demand.file-attached", "lists.demand.file-removed"], await Audited(services, "lists.demand.file-"));
    }

    [Theory, Engines]
    public async Task In_the_demand_list_all_see_the_demand_and_only_those_concerned_its_files(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider, other) = (await services.Unit("示例市住建委"), await services.Unit("示例市公安局"), await services.Unit("示例市民政局"));
        var id = await services.Drafted(unit, Complete with { ProviderId = provider });
        Assert.True((await Attach(services, id, unit, "影响评估.pdf")).Ok);
        var file = Assert.Single((await services.With<FindFiles, IReadOnlyList<DemandAttachment>>(f => f.Of(id, default)))).Id;
        Assert.True((await services.Submit(id, unit, Sheet)).Ok);
        Assert.Null(await Seen(services, id, file, Person(provider, Roles.Liaison)));
        Assert.True((await services.Check(id)).Ok);
        foreach (var (actor, open) in new[] { (Person(unit, Roles.Liaison), true), (Person(provider, Roles.Liaison), true), (Person(3, Roles.DataCentre), true), (Person(4, Roles.Auditor), true), (Person(other, Roles.Liaison), false), (Person(other, Roles.UnitHead), false) })
        {
            var view = (await services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, false, actor, default))).Value;
            Assert.Equal((open, open ? 1 : 0, open ? 1 : 0), (await Seen(services, id, file, actor) is not null, view.Files.Count, (await services.With<FindFiles, IReadOnlyList<DemandAttachment>>(f => f.For(id, actor, default))).Count));
        }
    }

    [Theory, Engines]
    public async Task A_demand_has_ten_at_most_and_a_mark_leaves_only_that_it_was_found(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        var id = await services.Drafted(unit);
        Assert.True((await Attach(services, id, unit, [.. Enumerable.Range(1, 9).Select(i => $"{i}.pdf")])).Ok);
        Assert.Equal("lists.demand.file.too-many lists.demand.file.classified", await Fault(Attach(services, id, unit, "十.pdf", "机密★5年.pdf")));
        Assert.Equal(9, await services.With<Store, int>(s => s.Set<StoredFile>().CountAsync()));
        Assert.Equal("{\"marks\":1}", (await services.With<Store, AuditEvent>(s => s.Set<AuditEvent>().SingleAsync(e => e.Action == "lists.demand.file-refused"))).After);
    }

    [Theory, Engines]
    public async Task Nothing_typed_is_lost_when_a_file_is_refused_and_a_good_one_is_saved_with_the_demand(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        app.Person = await Liaison(app);
        using var refused = await app.PostFileAs("files", New, "依据.pdf", "不是 PDF"u8.ToArray(), [("name", "门牌变更"), ("scenario", "核对户籍地址时用"), ("itemName", "门牌号"), ("itemNeed", "o"), ("fileKind", "Basis"), ("action", "save")], Create);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("核对户籍地址时用", page);
        Assert.Contains("附件请重新选择", page);
        Assert.Contains("后缀不一致", page);
        using var saved = await app.PostFileAs("files", New, "依据.pdf", "%PDF-1.7"u8.ToArray(), [("name", "门牌变更"), ("scenario", "核对户籍地址时用"), ("itemName", "门牌号"), ("itemNeed", "o"), ("fileKind", "Basis"), ("action", "save")], Create);
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        var shown = await app.Http.GetStringAsync(saved.Headers.Location);
        Assert.Contains("依据.pdf", shown);
        Assert.Contains("可选", shown);
        var edit = await app.Http.GetStringAsync($"{saved.Headers.Location}/edit");
        var file = System.Text.RegularExpressions.Regex.Match(edit, "name=\"removeFile\" value=\"(\\d+)\"").Groups[1].Value;
        Assert.Equal("%PDF-1.7", await app.Http.GetStringAsync($"{saved.Headers.Location}/files/{file}"));
        using var removed = await app.Post($"{saved.Headers.Location}/edit", [new("edit", "2"), new("removeFile", file), new("name", "改了还没存的名称"), new("itemName", "门牌号")]);
        var after = await removed.Content.ReadAsStringAsync();
        Assert.Contains("改了还没存的名称", after);
        Assert.DoesNotContain("依据.pdf", after);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"{saved.Headers.Location}/files/{file}")).StatusCode);
    }

    [Theory, Engines]
    public async Task A_program_sends_reads_and_takes_off(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        app.Person = await Liaison(app);
        using var saved = await app.Post(New, [new("name", "门牌变更"), new("itemName", "门牌号"), new("action", "save")], Create);
        var api = $"/api/v1{saved.Headers.Location}/files";
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "依据.pdf" }, { new StringContent("Assessment"), "kind" } };
        using var sent = await app.Http.PostAsync(api, form);
        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        var list = await app.Http.GetStringAsync(api);
        var file = System.Text.RegularExpressions.Regex.Match(list, "\"id\":\"?(\\d+)").Groups[1].Value;
        Assert.Equal("%PDF-1.7", await app.Http.GetStringAsync($"{api}/{file}"));
        using var blind = await app.Http.DeleteAsync($"{api}/{file}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blind.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{api}/{file}") { Headers = { { "If-Match", sent.Headers.ETag!.Tag } } };
        using var removed = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"{api}/{file}")).StatusCode);
    }

    private static Task<Result<int>> Attach(TestServices services, long id, long unit, params string[] names) => services.With<AttachFiles, Result<int>>(a => a.Run(
        id, nameof(DemandFileKind.Basis), [.. names.Select(n => new SentFile(n, new MemoryStream(Encoding.UTF8.GetBytes("%PDF-1.7 " + n))))], Person(unit, Roles.Liaison), default));

    private static Task<Result<int>> Remove(TestServices services, long id, int edit, long file, long unit) => services.With<RemoveFile, Result<int>>(r => r.Run(id, edit, file, Person(unit, Roles.Liaison), default));

    private static Task<StoredFile?> Seen(TestServices services, long id, long file, Actor actor) => services.With<FindFiles, StoredFile?>(f => f.One(id, file, actor, default));

    private static Task<List<string>> Audited(TestServices services, string start) =>
        services.With<Store, List<string>>(s => s.Set<AuditEvent>().Where(e => e.Action.StartsWith(start)).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());

    private static async Task<Actor> Liaison(TestApp app)
    {
        await using var scope = app.Scope();
        var unit = (await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(default)).Resolve("市住建委") ?? throw new InvalidOperationException();
        return new Actor(1, "王敏", unit, "市住建委", new HashSet<string> { Roles.Liaison });
    }
}
