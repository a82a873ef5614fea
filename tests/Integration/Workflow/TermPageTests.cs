using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class TermPageTests
{
    [Fact]
    public async Task Where_a_term_of_practice_comes_from_is_said_in_the_language_of_the_page()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        app.Person = TestPerson.Of("陈思远", "市大数据中心", Roles.DataCentre);
        var id = (long)(await app.Http.GetFromJsonAsync<JsonObject>("/api/v1/workflow/cases?tab=ToDispatch"))!["items"]![0]!["id"]!;
        var page = WebUtility.HtmlDecode(await app.Http.GetStringAsync($"/workflow/cases/{id}?lang=en"));
        Assert.Contains("Gaoping", page, StringComparison.Ordinal);
        Assert.DoesNotContain("山西高平", page, StringComparison.Ordinal);
    }
}
