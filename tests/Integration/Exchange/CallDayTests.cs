using System.Net;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

public sealed class CallDayTests
{
    [Theory, Engines]
    public async Task A_day_that_cannot_be_meant_is_no_filter(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        app.Person = TestPerson.Of("陈思远", "市大数据中心", Roles.DataCentre);
        foreach (var path in (string[])["/exchange/calls", "/exchange/calls/export", "/api/v1/exchange/calls"])
            foreach (var day in (string[])["9999-12-31", "0001-01-01", "昨天"])
            {
                using var answer = await app.Http.GetAsync($"{path}?day={day}");
                Assert.Equal((path, day, HttpStatusCode.OK), (path, day, answer.StatusCode));
            }
    }
}
