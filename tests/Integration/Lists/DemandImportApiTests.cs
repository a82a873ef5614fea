using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>A workbook of demands sent by a program: read, mapped, taken over once.</summary>
public sealed class DemandImportApiTests
{
    private const string Imports = "/api/v1/lists/demands/imports";

    [Theory, Engines]
    public async Task A_workbook_is_sent_corrected_and_taken_over_once(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await app.SignIn("zhujian", "Qingdan-Demo-2026");
        var sent = await Send(app, "甲,数据项,拟提供单位\n工地噪声监测点位,点位编号,没有的单位\n施工许可变更记录,变更日期,\n");
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var (address, read) = (sent.Headers.Location!.ToString(), (await sent.Content.ReadFromJsonAsync<JsonObject>())!);
        Assert.Null((string?)read["columns"]![0]!["field"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Http.PutAsJsonAsync($"{address}/mapping", new { columns = new Dictionary<string, string> { ["乙"] = "name" }, edit = 1 })).StatusCode);
        var columns = new Dictionary<string, string> { ["甲"] = "name", ["数据项"] = "items", ["拟提供单位"] = "provider" };
        Assert.Equal(HttpStatusCode.Conflict, (await app.Http.PutAsJsonAsync($"{address}/mapping", new { columns, edit = 7 })).StatusCode);
        read = (await (await app.Http.PutAsJsonAsync($"{address}/mapping", new { columns, edit = 1 })).Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((1, 1), ((int)read["figures"]!["new"]!, (int)read["figures"]!["faulty"]!));
        Assert.Equal("lists.demand.import.provider", (string)read["demands"]![0]!["faults"]![0]!["code"]!);
        Assert.True((await (await app.Http.GetAsync($"{address}/receipt")).Content.ReadAsByteArrayAsync()).Length > 0);

        var taken = await Take(app, address, (int)read["edit"]!);
        Assert.Equal((true, 1), ((bool)taken["taken"]!, (int)taken["made"]!));
        // Sent again with its key it is answered as the first time; without one it is refused, and nothing is made twice.
        Assert.Equal(taken.ToJsonString(), (await Take(app, address, (int)read["edit"]!)).ToJsonString());
        Assert.Equal(HttpStatusCode.Conflict, (await app.Http.PostAsJsonAsync($"{address}/take", new { edit = (int)read["edit"]! })).StatusCode);
        await app.SignIn("minzheng", "Qingdan-Demo-2026");
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync(address)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(TestApp app, string csv)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "需求.csv" } };
        return await app.Http.PostAsync(Imports, form);
    }

    private static async Task<JsonObject> Take(TestApp app, string address, int edit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/take") { Content = JsonContent.Create(new { edit }) };
        request.Headers.Add("Idempotency-Key", "take-1");
        return (await (await app.Http.SendAsync(request)).Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
