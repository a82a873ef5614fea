using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Who acts second, or where he may not, reads why, and has what he typed.</summary>
public sealed class SecondComerTests
{
    [Theory, Engines]
    public async Task What_was_typed_into_a_form_that_is_gone_stands_on_the_page_to_be_copied(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var row = await Waiting(app);
        var page = $"/workflow/cases/{row.Id}";
        As(app, row.UnitId);
        using (var first = await Hand("编码见附件一")) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await Hand("编码见附件二，<b>另附</b>评估报告");
        var text = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("这一步没有办成", text, StringComparison.Ordinal);
        Assert.DoesNotContain("处要改", text, StringComparison.Ordinal);
        Assert.Contains("编码见附件二，<b>另附</b>评估报告", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", text, StringComparison.Ordinal);

        // Where the form is still there, the words stand in it and nowhere else.
        using var empty = await app.Post(page, [KeyValuePair.Create("claim", "")], $"{page}/dispute");
        Assert.DoesNotContain("可以从这里复制", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Task<HttpResponseMessage> Hand(string words) => app.Post(page, [KeyValuePair.Create("edit", $"{row.Edit}"), KeyValuePair.Create("text-Supplement", words)], $"{page}/acts/Supplement");
    }

    [Theory, Engines]
    public async Task Another_units_demand_is_not_said_to_have_changed(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var row = await Waiting(app);
        As(app, row.UnitId);
        using var listed = await app.Http.GetAsync($"/lists/demands/{row.Id}/edit");
        As(app, row.ProviderId);
        using var others = await app.Http.GetAsync($"/lists/demands/{row.Id}/edit");
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Forbidden), (listed.StatusCode, others.StatusCode));
        Assert.DoesNotContain("别人先改了它", await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<Case> Waiting(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<Store>().Set<Case>().AsNoTracking().FirstAsync(c => c.State == CaseState.ToSupplement);
    }

    private static void As(TestApp app, long unit) => app.Person = new Actor(unit * 10, "王敏", unit, "单位", new HashSet<string> { Roles.Liaison });
}
