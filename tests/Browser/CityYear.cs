using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Tests.Browser;

/// <summary>What the people of the demo city do with their lists, by the API.</summary>
internal sealed class CityYear(DemoCity city)
{
    private const string Lists = "/api/v1/lists", Catalog = "/api/v1/catalog/resources", Editions = "/api/v1/editions";

    public Actor Authority { get; private init; } = null!;
    public Actor Centre { get; private init; } = null!;
    public Actor Police { get; private init; } = null!;

    public static async Task<CityYear> Of(DemoCity city) => new(city)
    {
        Authority = await Person(city, "市数据局", Roles.Authority),
        Centre = await Person(city, "市大数据中心", Roles.DataCentre),
        Police = await Person(city, "市公安局", Roles.Liaison, Roles.UnitHead),
    };

    /// <summary>Drawn up, asked about, what <paramref name="opinion"/> says answered, deliberated and issued; its id.</summary>
    public async Task<long> Issue(string summary, (string Minutes, string Document) papers, string? opinion = null)
    {
        var today = city.App.Clock.Today();
        var made = await Send(Authority, HttpMethod.Post, Editions, new { title = "示例市公共数据三清单", issuer = "示例市数据局", unitId = 0, summary });
        var id = made.GetProperty("row").GetProperty("id").GetInt64();
        await Act(id, "consult", new { dueOn = today.AddDays(20) });
        await city.Work();
        if (opinion is not null)
        {
            await Send(Police, HttpMethod.Post, $"{Editions}/{id}/opinions", new { list = "responsibility", entryKey = "", text = opinion });
            var asked = (await Get(Authority, $"{Editions}/{id}")).GetProperty("opinions").GetProperty("opinions")[0];
            await Send(Authority, HttpMethod.Post, $"{Editions}/{id}/opinions/{asked.GetProperty("id").GetInt64()}/answer", new { verdict = "Partly", reason = "频率按目录登记的改，条目保留。" }, asked.GetProperty("edit").GetInt32());
        }
        await Act(id, "conclude", new { });
        await Act(id, "pass", new { minutes = papers.Minutes, on = today });
        await Act(id, "issue", new { document = papers.Document, effectiveOn = today.AddDays(30), scope = "Government", summary });
        await city.Work();
        return id;
    }

    /// <summary>The rows of the police that are in force.</summary>
    public async Task<List<JsonElement>> InForce() => [.. (await Get(Police, $"{Lists}/responsibilities?tab=InForce&unit={Police.UnitId}&limit=200")).GetProperty("items").EnumerateArray()];

    /// <summary>Confirms candidates; how many came into the list.</summary>
    public async Task<int> Add(int count)
    {
        var candidates = (await Get(Centre, $"{Lists}/responsibilities?tab=Candidate&basis=stated&limit={count}")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetInt64()).ToArray();
        return (await Send(Centre, HttpMethod.Post, $"{Lists}/responsibilities/confirmations", new { ids = candidates })).GetProperty("count").GetInt32();
    }

    /// <summary>The unit alters a resource, the authority publishes it, and the lists follow.</summary>
    public async Task Revise(long resource, Action<JsonNode> alter)
    {
        city.App.Person = Police;
        using var answer = await city.App.Http.GetAsync($"{Catalog}/{resource}");
        var content = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["content"]!;
        alter(content);
        var edit = await Tagged(Police, HttpMethod.Put, $"{Catalog}/{resource}", content, answer.Headers.ETag!.Tag);
        edit = await Tagged(Police, HttpMethod.Post, $"{Catalog}/{resource}/submission", new { assessed = true }, edit);
        await Tagged(Authority, HttpMethod.Post, $"{Catalog}/{resource}/publication", new { agrees = true }, edit);
        await city.Work();
    }

    public async Task Withdraw(long resource)
    {
        await Send(Authority, HttpMethod.Delete, $"{Catalog}/{resource}/publication?reason=系统停用");
        await city.Work();
    }

    /// <summary>A unit asks for what the catalogue does not say.</summary>
    public Task Ask(long entry, string kind) => Send(Police, HttpMethod.Post, $"{Lists}/responsibilities/{entry}/changes", new { kind, reason = "系统改造，三个月内不能提供。", anchor = "示例市政务信息系统管理办法第十二条" });

    public async Task<List<JsonElement>> Open() => [.. (await Get(Centre, $"{Lists}/changes?limit=200")).GetProperty("items").EnumerateArray()];

    /// <summary>The city decides open changes; the decision's id.</summary>
    public async Task<long> Decide(IEnumerable<long> changes, bool confirms = true) =>
        (await Send(Centre, HttpMethod.Post, $"{Lists}/changes/decisions", new { ids = changes, confirms, why = confirms ? "" : "仍有需求在用。" })).GetProperty("decisionId").GetInt64();

    public Task Undo(long decision) => Send(Centre, HttpMethod.Delete, $"{Lists}/responsibilities/confirmations/{decision}");

    /// <summary>The yearly review of all lists: a unit wants one row removed and keeps the rest, its head signs, the authority agrees.</summary>
    public async Task Review(long negative, long unit)
    {
        var liaison = new Actor(1, "王敏", unit, "单位", new HashSet<string> { Roles.Liaison, Roles.UnitHead });
        var review = (await Send(Authority, HttpMethod.Post, $"{Lists}/reviews", new { title = "2027 年度清单复核", noticeNumber = "示数发〔2027〕2号", dueOn = "2027-03-01", note = "", kinds = Array.Empty<string>(), units = new[] { unit } })).GetProperty("id").GetInt64();
        var sheet = (await Get(liaison, $"{Lists}/reviews/{review}")).GetProperty("sheets")[0].GetProperty("id").GetInt64();
        var row = (await Get(liaison, $"{Lists}/reviews/sheets/{sheet}")).GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("href").GetString() == $"/lists/negatives/{negative}").GetProperty("id").GetInt64();
        async Task Step(string act, object body) => await Send(liaison, HttpMethod.Post, $"{Lists}/reviews/sheets/{sheet}/{act}", body, (await Get(liaison, $"{Lists}/reviews/sheets/{sheet}")).GetProperty("edit").GetInt32());
        await Step("answers", new { answer = "Remove", reason = "依据已废止，没有新的依据", ids = new[] { row } });
        await Step("answers", new { answer = "Keep", reason = "", tab = "None" });
        await Step("submission", new { });
        await Step("signature", new { agrees = true, opinion = "同意" });
        await Send(Authority, HttpMethod.Post, $"{Lists}/reviews/{review}/decisions", new { ids = new[] { row }, agrees = true, reason = "同意，不再有依据" });
        await Send(Authority, HttpMethod.Post, $"{Lists}/reviews/{review}/closing", new { }, (await Get(Authority, $"{Lists}/reviews/{review}")).GetProperty("edit").GetInt32());
    }

    public Task KeepRule(params string[] fields) => Send(Police, HttpMethod.Post, $"{Lists}/change-rules", new { fields, note = "系统换名不影响共享。" });

    public async Task<JsonElement> Get(Actor person, string path)
    {
        city.App.Person = person;
        return await city.App.Http.GetFromJsonAsync<JsonElement>(path);
    }

    /// <summary>Something is asked of the program, which does it.</summary>
    public async Task<JsonElement> Send(Actor person, HttpMethod method, string path, object? body = null, int? edit = null)
    {
        city.App.Person = person;
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (edit is not null) request.Headers.Add("If-Match", $"\"{edit}\"");
        using var answer = await city.App.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<string> Tagged(Actor person, HttpMethod method, string path, object body, string tag)
    {
        city.App.Person = person;
        using var answer = await city.App.Http.SendAsync(new HttpRequestMessage(method, path) { Content = JsonContent.Create(body), Headers = { { "If-Match", tag } } });
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.ETag!.Tag;
    }

    private async Task Act(long edition, string act, object body) =>
        await Send(Authority, HttpMethod.Post, $"{Editions}/{edition}/{act}", body, (await Get(Authority, $"{Editions}/{edition}")).GetProperty("edit").GetInt32());

    // Somebody who has an account: in whose name a rule goes on.
    private static async Task<Actor> Person(DemoCity city, string unit, params string[] roles)
    {
        await using var scope = city.App.Scope();
        var id = await city.Unit(unit);
        var holder = (await scope.ServiceProvider.GetRequiredService<RoleHolders>().Recipients([id], [roles[0]], default))[0];
        return new Actor(holder.PersonId, holder.Name, id, unit, roles.ToHashSet());
    }
}
