using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>调用记录: whoever has a number finds what became of the call.</summary>
public sealed class ShownCallsTests
{
    [Theory, Engines]
    public async Task A_call_is_found_by_its_number_with_its_right_its_items_and_its_place_in_the_log(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        using var answer = await world.Call(await world.Token());
        var number = answer.Headers.GetValues("Exchange-Call").Single();
        (await world.Call(await world.Token(), "?secret=1")).Dispose();
        await world.Logged(CallResult.Refused, 1);
        world.App.Person = TestPerson.Of("陈思远", "市大数据中心", Roles.DataCentre);
        var call = await world.App.Http.GetFromJsonAsync<JsonElement>($"/api/v1/exchange/calls/{number}");
        var row = call.GetProperty("row");
        Assert.Equal((number, "已放行", "综合受理平台", world.Ground.Resource.Name, 2), ($"{row.GetProperty("id")}", Text(row, "result"), Text(row, "application"), Text(row, "resource"), row.GetProperty("rows").GetInt32()));
        Assert.Equal(world.Ground.Resource.Items.Take(2).Select(i => i.Name), call.GetProperty("items").EnumerateArray().Select(i => i.GetString()!));
        Assert.StartsWith("/lists/responsibilities/", Text(call, "entryHref"), StringComparison.Ordinal);
        Assert.All(new[] { "request", "answer", "digest" }, name => Assert.Equal(64, Text(call, name).Length));

        // By page: the number leads there, a wrong one is said, the refused ones stand alone.
        using var found = await world.App.Http.GetAsync($"/exchange/calls?number={number}");
        Assert.Equal((HttpStatusCode.Found, $"/exchange/calls/{number}"), (found.StatusCode, found.Headers.Location!.ToString()));
        Assert.Contains(number, await world.App.Http.GetStringAsync($"/exchange/calls/{number}"), StringComparison.Ordinal);
        using var wrong = await world.App.Http.GetAsync("/exchange/calls?number=17");
        Assert.Contains("没有找到这次调用", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var refused = (await world.App.Http.GetFromJsonAsync<JsonElement>("/api/v1/exchange/calls?result=Refused&reason=exchange.item.not-granted")).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal("exchange.item.not-granted", Assert.Single(refused).GetProperty("code").GetString());
    }

    [Theory, Engines]
    public async Task A_unit_sees_what_it_made_or_answered_and_nothing_else(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        using var answer = await world.Call(await world.Token());
        var number = answer.Headers.GetValues("Exchange-Call").Single();
        await world.Logged(CallResult.Answered, 2);
        world.App.Person = TestPerson.Of("陈思远", "市大数据中心", Roles.DataCentre);
        // Before the gateway knew the application, calls were nobody's.
        const string Path = "/api/v1/exchange/calls?result=Answered";
        var all = (await world.App.Http.GetFromJsonAsync<JsonElement>(Path)).GetProperty("rows").GetArrayLength();
        foreach (var (unit, sees) in new[] { (world.Ground.ConsumerUnit, true), (world.Ground.Resource.ProviderId, true), (long.MaxValue, false) })
        {
            world.App.Person = TestPerson.Of("李雷", "", Roles.Liaison) with { UnitId = unit };
            using var one = await world.App.Http.GetAsync($"/api/v1/exchange/calls/{number}");
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, one.StatusCode);
            var rows = (await world.App.Http.GetFromJsonAsync<JsonElement>(Path)).GetProperty("rows").GetArrayLength();
            Assert.Equal(sees ? all : 0, rows);
        }
    }

    [Fact]
    public void A_place_in_an_address_comes_back_as_it_was()
    {
        var place = new CallPlace(DateTimeOffset.FromUnixTimeMilliseconds(1_764_000_000_123), 234_000_000_000_001);
        Assert.Equal(place, CallPlace.Read(place.ToString()));
        Assert.All(new[] { null, "", "1", "a-b", "1-2-3", $"{long.MaxValue.ToString(CultureInfo.InvariantCulture)}-1", "-1-1" }, text => Assert.Null(CallPlace.Read(text)));
    }

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
