using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>The verdicts on a demand by their forms: what is said afterwards, and to whom they are offered.</summary>
public sealed class DemandVerdictPageTests
{
    [Theory, Engines]
    public async Task A_street_is_told_that_its_district_has_it_and_only_the_head_of_that_may_take_it(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王敏", "", Roles.Liaison));
        var district = await Unit(app, "示例市东岸区人民政府", OrganizationKind.District, OrganizationLevel.District);
        var street = await Unit(app, "示例市东岸区梧桐街道办事处", OrganizationKind.Subdistrict, OrganizationLevel.Street, "示例市东岸区人民政府");
        var id = await Asked(app, street);
        var page = $"/lists/demands/{id}";

        app.Person = TestPerson.Of("刘志强", "", Roles.UnitHead) with { UnitId = street };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send("consent", "vielleicht"));
        Assert.Equal(HttpStatusCode.Found, await Send("consent", "agree"));
        Assert.Contains("已同意，送区级审核。", await app.Http.GetStringAsync(page), StringComparison.Ordinal);

        app.Person = TestPerson.Of("周岚", "", Roles.UnitHead) with { UnitId = district };
        Assert.Contains("value=\"take\"", await app.Http.GetStringAsync(page), StringComparison.Ordinal);
        app.Person = TestPerson.Of("沈一", "", Roles.Liaison) with { UnitId = district };
        var offered = await app.Http.GetStringAsync(page);
        Assert.Contains("value=\"pass\"", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"take\"", offered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send("pass", "vielleicht"));
        Assert.Equal(HttpStatusCode.Found, await Send("pass", "pass"));

        // A word that nobody offered is no refusal of the demand.
        app.Person = TestPerson.Of("陈思远", "市大数据中心", Roles.DataCentre);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send("check", "vielleicht"));
        Assert.Contains("待数据中心审核", await app.Http.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await Send("check", "agree"));

        async Task<HttpStatusCode> Send(string act, string verdict)
        {
            var shown = Regex.Match(await app.Http.GetStringAsync(page), "name=\"edit\" value=\"(\\d+)\"").Groups[1].Value;
            using var answer = await app.Post(page, [KeyValuePair.Create("edit", shown), KeyValuePair.Create("verdict", verdict), KeyValuePair.Create("opinion", "请看")], $"{page}/{act}");
            return answer.StatusCode;
        }
    }

    private static async Task<long> Asked(TestApp app, long street)
    {
        await using var scope = app.Scope();
        var liaison = TestPerson.Of("王敏", "", Roles.Liaison) with { UnitId = street };
        var id = (await scope.ServiceProvider.GetRequiredService<SaveDemand>().Create(DemandWorld.Complete, liaison, default)).Value;
        _ = (await scope.ServiceProvider.GetRequiredService<SubmitDemand>().Run(id, 1, null, liaison, default)).Value;
        return id;
    }

    private static async Task<long> Unit(TestApp app, string name, OrganizationKind kind, OrganizationLevel level, string parent = "")
    {
        await using var scope = app.Scope();
        return (await scope.ServiceProvider.GetRequiredService<CreateOrganization>().Run(
            new OrganizationDraft { Name = name, ShortName = name, Kind = $"{kind}", Level = $"{level}", District = "东岸区", Parent = parent }, Actor.System, default)).Value;
    }
}
