using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Consent and formal check cover what was read: not what somebody saved meanwhile.</summary>
public sealed class DemandSeenTests
{
    private const string Demands = "/api/v1/lists/demands";

    [Theory, Engines]
    public async Task Nobody_consents_to_or_checks_what_was_changed_since_it_was_read(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        var id = await services.Drafted(unit);
        Assert.True((await services.With<SaveDemand, Result<Done>>(s => s.Update(id, 1, Complete with { Scenario = "别人改写的场景" }, Person(unit, Roles.Liaison), default))).Ok);
        Assert.Equal("lists.demand.changed", await Fault(services.Submit(id, unit, Sheet, edit: 1)));
        Assert.Equal(DemandState.Draft, (await services.Demand(id)).State);
        Assert.True((await services.Submit(id, unit, edit: 2)).Ok);
        Assert.Equal("lists.demand.changed", await Fault(services.Consent(id, unit, edit: 2)));
        Assert.True((await services.Consent(id, unit, edit: 3)).Ok);
        Assert.Equal("lists.demand.changed", await Fault(services.Check(id, edit: 3)));
        Assert.True((await services.Check(id, edit: 4)).Ok);
        Assert.Equal(DemandState.Listed, (await services.Demand(id)).State);
    }

    [Theory, Engines]
    public async Task A_form_that_is_older_than_the_demand_is_refused_and_shows_it_as_it_is(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await app.SignIn("minzheng", "Qingdan-Demo-2026");
        using var made = await app.Http.PostAsJsonAsync(Demands, Complete with { Name = "点位", ProviderId = 0 });
        var page = $"/lists/demands/{(await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64()}";
        Assert.Contains("name=\"edit\" value=\"1\"", await app.Http.GetStringAsync(page), StringComparison.Ordinal);
        using var changed = await Send(app, HttpMethod.Put, $"/api/v1{page}", "\"1\"", Complete with { Name = "改名的点位" });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        using var stale = await app.Post(page, [new("edit", "1")], $"{page}/submit");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var shown = await stale.Content.ReadAsStringAsync();
        Assert.Contains("改名的点位", shown, StringComparison.Ordinal);
        Assert.Contains("name=\"edit\" value=\"2\"", shown, StringComparison.Ordinal);
        using var read = await app.Post(page, [new("edit", "2")], $"{page}/submit");
        Assert.Equal(HttpStatusCode.Found, read.StatusCode);
    }

    [Theory, Engines]
    public async Task A_program_names_the_version_that_it_hands_in_and_checks(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await app.SignIn("minzheng", "Qingdan-Demo-2026");
        using var made = await app.Http.PostAsJsonAsync(Demands, Complete);
        var place = made.Headers.Location!.ToString();
        using var blind = await app.Http.PostAsJsonAsync($"{place}/submission", new { });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "lists.demand.if-match.required"), (blind.StatusCode, (await blind.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        using var stale = await Send(app, HttpMethod.Post, $"{place}/submission", "\"7\"", new { });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var handedIn = await Send(app, HttpMethod.Post, $"{place}/submission", (await app.Http.GetAsync(place)).Headers.ETag!.ToString(), new { });
        Assert.Equal(HttpStatusCode.NoContent, handedIn.StatusCode);
        await app.SignIn("data-centre", "Qingdan-Demo-2026");
        using var unseen = await app.Http.PostAsJsonAsync($"{place}/check", new { agrees = true });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(TestApp app, HttpMethod method, string address, string tag, object body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await app.Http.SendAsync(request);
    }
}
