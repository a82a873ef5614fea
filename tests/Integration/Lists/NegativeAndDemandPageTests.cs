using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

public sealed class NegativeAndDemandPageTests
{
    // The person is there before the unit, which then gets the id the person knows it by.
    private static readonly Actor Everyone = new(20, "王敏", 1, "示例市统计局", Roles.Names.Keys.ToHashSet());

    [Theory, Engines]
    public async Task Every_page_answers_in_both_languages(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Everyone);
        var (negative, demand) = (await Propose(app), await Draft(app));
        foreach (var path in new[]
                 {
                     "/todo", "/lists/negatives", "/lists/negatives?tab=Candidate", "/lists/negatives?tab=Candidate&q=没有", "/lists/negatives/new", $"/lists/negatives/{negative}", $"/lists/negatives/{negative}/edit",
                     "/lists/negatives/print?tab=Candidate", "/lists/demands", "/lists/demands?tab=Draft", $"/lists/demands/{demand}", $"/lists/demands/{demand}/edit", "/lists/demands/print?tab=Draft",
                     "/lists/demands/basket", "/lists/demands/new?outside=1",
                 })
            foreach (var language in new[] { "zh", "en" })
            {
                using var answer = await app.Http.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            }
    }

    [Theory, Engines]
    public async Task An_empty_negative_list_says_why_and_what_to_do(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Everyone);
        Assert.Contains("目前没有拟列入的条目", await app.Http.GetStringAsync("/lists/negatives"));
        await Propose(app, Banned with { BasisLevel = "", BasisName = "" });
        var page = await app.Http.GetStringAsync("/lists/negatives");
        Assert.Contains("有 1 条还没有生效", page);
        Assert.Contains("其中 1 条没有写法律依据", page);
    }

    [Theory, Engines]
    public async Task A_refused_form_comes_back_with_what_was_typed_and_the_faults_beside_the_fields(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Everyone);
        using var answer = await app.Post("/lists/negatives/new", Form(("name", "名单（机密）"), ("reason", "写好的理由"), ("action", "save")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("写好的理由", page);
        Assert.Contains("href=\"#f-name\"", page);
    }

    [Theory, Engines]
    public async Task A_whole_route_is_walked_by_forms(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Everyone);
        var id = await Propose(app);
        var page = $"/lists/negatives/{id}";
        Assert.Equal(HttpStatusCode.Found, await Send(app, page, $"{page}/submit"));
        for (var step = 0; step < 3; step++) Assert.Equal(HttpStatusCode.Found, await Send(app, page, $"{page}/sign", ("verdict", "agree"), ("ban", "Express")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(app, page, $"{page}/decide"));
        Assert.Equal(HttpStatusCode.Found, await Send(app, "/lists/negatives?tab=InRoute", "/lists/negatives/decide", ("id", $"{id}"), ("act", "Agree"), ("minutes", "示数办纪〔2026〕9 号")));
        Assert.Contains("《示例法》第五条", await app.Http.GetStringAsync("/lists/negatives"));
        var exported = await app.Http.GetStringAsync("/lists/negatives/export?format=json");
        Assert.Equal(["企业名称", "主营业务收入", "街镇代码"], JsonDocument.Parse(exported).RootElement.EnumerateArray().Select(r => r.GetProperty("item").GetString()));
        Assert.StartsWith("PK", await app.Http.GetStringAsync("/lists/negatives/export?format=xlsx&view=print"), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_form_without_its_token_changes_nothing(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Everyone);
        var id = await Propose(app);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("why", "没有令牌")]);
        using var answer = await app.Http.PostAsync($"/lists/negatives/{id}/drop", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await using var scope = app.Scope();
        Assert.Equal(NegativeState.Candidate, (await scope.ServiceProvider.GetRequiredService<Store>().FindAsync<Negative>(id))!.State);
    }

    [Theory, Engines]
    public async Task The_api_speaks_of_demands_and_guards_them_by_their_tag(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Everyone);
        var id = await Draft(app);
        using var got = await app.Http.GetAsync($"/api/v1/lists/demands/{id}");
        Assert.Equal("\"1\"", got.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Put(null));
        Assert.Equal(HttpStatusCode.NoContent, await Put("\"1\""));
        Assert.Equal(HttpStatusCode.Conflict, await Put("\"1\""));
        Assert.Contains("视频监控点位", await app.Http.GetStringAsync("/api/v1/lists/demands?tab=Draft"));
        Assert.Contains("\"items\":[]", await app.Http.GetStringAsync("/api/v1/lists/negatives"));

        async Task<HttpStatusCode> Put(string? tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/lists/demands/{id}") { Content = new StringContent("{\"name\":\"视频监控点位\"}", System.Text.Encoding.UTF8, "application/json") };
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
            using var answer = await app.Http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private static async Task<HttpStatusCode> Send(TestApp app, string page, string action, params (string, string)[] fields)
    {
        using var answer = await app.Post(page, Form(fields), action);
        return answer.StatusCode;
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(params (string Name, string Value)[] fields) => fields.Select(f => KeyValuePair.Create(f.Name, f.Value));

    private static Task<long> Propose(TestApp app, NegativeInput? input = null) => Run(app, async s =>
    {
        var store = s.GetRequiredService<Store>();
        store.Add(new Organization { Id = Everyone.UnitId, Name = Everyone.UnitName, ShortName = Everyone.UnitName, Kind = OrganizationKind.CityDepartment, Level = OrganizationLevel.City, State = OrganizationState.Active });
        await store.SaveChangesAsync();
        // The directory may have been read already, by what is looked for at the start.
        await s.GetRequiredService<IOrganizationDirectory>().Now(default);
        return (await s.GetRequiredService<ProposeNegative>().Run(input ?? Banned, Everyone, default)).Value;
    });

    private static Task<long> Draft(TestApp app) => Run(app, async s => (await s.GetRequiredService<SaveDemand>().Create(DemandWorld.Complete, Everyone, default)).Value);

    private static async Task<long> Run(TestApp app, Func<IServiceProvider, Task<long>> run)
    {
        await using var scope = app.Scope();
        return await run(scope.ServiceProvider);
    }
}
