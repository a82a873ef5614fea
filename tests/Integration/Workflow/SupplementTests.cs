using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>补正 with the materials that were asked for, and the other acts of an answer, by page and by program.</summary>
public sealed class SupplementTests
{
    private static readonly byte[] Pdf = "%PDF-1.4"u8.ToArray();

    [Theory, Engines]
    public async Task What_was_missing_is_handed_in_as_a_file_that_the_provider_sees_and_a_wrong_one_moves_nothing(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var row = await Waiting(app);
        var page = $"/workflow/cases/{row.Id}";
        As(app, row.UnitId, Roles.Liaison);
        using (var wrong = await Send("not a pdf"u8.ToArray()))
        {
            var text = await wrong.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("“编码表.pdf”的内容和文件名的后缀不一致", text, StringComparison.Ordinal);
            Assert.Contains("编码见附件</textarea>", text, StringComparison.Ordinal);
        }
        Assert.Equal((CaseState.ToSupplement, 0), await Stand(app, row.Id));
        using (var sent = await Send(Pdf)) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal((CaseState.ToAnswer, 1), await Stand(app, row.Id));

        As(app, row.ProviderId, Roles.Liaison);
        Assert.Contains("补正材料", await app.Http.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal("%PDF-1.4", await app.Http.GetStringAsync((await Demand(app, row.Id)).Files.Single(f => f.Kind == "补正材料").Href));

        Task<HttpResponseMessage> Send(byte[] content) => app.PostFileAs("files", page, "编码表.pdf", content, [("edit", $"{row.Edit}"), ("text-Supplement", "编码见附件")], $"{page}/acts/Supplement");
    }

    [Theory, Engines]
    public async Task A_program_hands_in_what_was_missing_asks_for_time_and_signs(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var row = await Waiting(app);
        As(app, row.UnitId, Roles.Liaison);
        using var handed = new MultipartFormDataContent { { new StringContent("编码见附件"), "text" }, { new ByteArrayContent(Pdf), "files", "编码表.pdf" } };
        await Done(app, row.Id, "supplement", handed);
        Assert.Equal((CaseState.ToAnswer, 1), await Stand(app, row.Id));

        As(app, row.ProviderId, Roles.Liaison);
        // Once, by law; again when the authority allows it.
        await Refused(app, row.Id, "missing", JsonContent.Create(new { missing = "再要一份" }), HttpStatusCode.Conflict);
        await Done(app, row.Id, "extension", JsonContent.Create(new { days = 3, reason = "涉及多个系统" }));
        As(app, 3, Roles.Authority);
        await Refused(app, row.Id, "extension/verdict", JsonContent.Create(new { agrees = false }), HttpStatusCode.UnprocessableEntity);
        await Done(app, row.Id, "extension/verdict", JsonContent.Create(new { agrees = true }));
        await Done(app, row.Id, "another-supplement", JsonContent.Create(new { why = "事项有变" }));

        As(app, row.ProviderId, Roles.Liaison);
        await Done(app, row.Id, "missing", JsonContent.Create(new { missing = "再要一份" }));
        As(app, row.UnitId, Roles.Liaison);
        using var words = new MultipartFormDataContent { { new StringContent("见前"), "text" } };
        await Done(app, row.Id, "supplement", words);
        As(app, row.ProviderId, Roles.Liaison);
        var items = (await Demand(app, row.Id)).Items;
        await Done(app, row.Id, "answer", JsonContent.Create(new { items = items.Select(i => new { itemId = i.Id, verdict = i.Forbidden.Length > 0 ? "Mask" : "Agree" }) }), HttpMethod.Put);
        As(app, row.ProviderId, Roles.UnitHead);
        using var unclear = new MultipartFormDataContent { { new StringContent("maybe"), "verdict" } };
        await Refused(app, row.Id, "signature", unclear, HttpStatusCode.UnprocessableEntity);
        using var signed = new MultipartFormDataContent { { new StringContent("agree"), "verdict" } };
        await Done(app, row.Id, "signature", signed);
        Assert.Equal(CaseState.ToSupply, (await Stand(app, row.Id)).State);
    }

    private static async Task<Case> Waiting(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<Store>().Set<Case>().AsNoTracking().FirstAsync(c => c.State == CaseState.ToSupplement);
    }

    private static void As(TestApp app, long unit, string role) => app.Person = new Actor(unit * 10 + role.Length, "王敏", unit, "单位", new HashSet<string> { role });

    private static async Task<(CaseState State, int Files)> Stand(TestApp app, long id)
    {
        await using var scope = app.Scope();
        var state = await scope.ServiceProvider.GetRequiredService<Store>().Set<Case>().AsNoTracking().Where(c => c.Id == id).Select(c => c.State).SingleAsync();
        return (state, (await Demand(app, id)).Files.Count(f => f.Kind == "补正材料"));
    }

    private static async Task<DemandFacts> Demand(TestApp app, long id)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<DemandBook>().Read(id, default);
    }

    private static async Task Done(TestApp app, long id, string act, HttpContent content, HttpMethod? method = null)
    {
        using var answer = await Api(app, id, act, content, method);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, $"{act}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task Refused(TestApp app, long id, string act, HttpContent content, HttpStatusCode status)
    {
        using var answer = await Api(app, id, act, content, null);
        Assert.Equal((act, status), (act, answer.StatusCode));
        Assert.NotNull(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
    }

    private static async Task<HttpResponseMessage> Api(TestApp app, long id, string act, HttpContent content, HttpMethod? method)
    {
        using var read = await app.Http.GetAsync($"/api/v1/workflow/cases/{id}");
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, $"/api/v1/workflow/cases/{id}/{act}") { Content = content };
        request.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.ToString());
        return await app.Http.SendAsync(request);
    }
}
