using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

/// <summary>A form that is sent twice asks for one thing.</summary>
public sealed partial class FormOnceTests
{
    private const string Action = "/lists/demands/new", Desk = $"{Action}?outside=1";

    [Theory, Engines]
    public async Task A_double_click_makes_one_and_both_lead_there_with_the_same_word(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await app.SignIn("minzheng", "Qingdan-Demo-2026");
        var before = await Count(app);
        var fields = await Hidden(app);
        var both = await Task.WhenAll(Send(app, fields, "婚姻登记"), Send(app, fields, "婚姻登记"));
        Assert.All(both, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Single(both.Select(a => a.Headers.Location).Distinct());
        Assert.All(both, a => Assert.Contains(a.Headers.GetValues("Set-Cookie"), c => c.StartsWith("flash=", StringComparison.Ordinal)));
        // Once more from the page gone back to.
        using var late = await Send(app, fields, "婚姻登记");
        Assert.Equal(both[0].Headers.Location, late.Headers.Location);
        Assert.Equal(before + 1, await Count(app));
    }

    [Theory, Engines]
    public async Task Other_words_in_the_same_form_and_the_same_words_in_a_form_drawn_anew_are_another_thing(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await app.SignIn("minzheng", "Qingdan-Demo-2026");
        var before = await Count(app);
        var fields = await Hidden(app);
        using var first = await Send(app, fields, "婚姻登记");
        using var other = await Send(app, fields, "收养登记");
        using var anew = await Send(app, await Hidden(app), "婚姻登记");
        Assert.Equal(before + 3, await Count(app));
    }

    [Theory, Engines]
    public async Task What_was_refused_may_be_sent_again_as_it_is(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await app.SignIn("minzheng", "Qingdan-Demo-2026");
        var before = await Count(app);
        var fields = await Hidden(app);
        using (var refused = await Send(app, fields, "")) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using (var again = await Send(app, fields, "")) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(before, await Count(app));
    }

    private static async Task<KeyValuePair<string, string>[]> Hidden(TestApp app)
    {
        var page = await app.Http.GetStringAsync(Desk);
        var fields = OwnField().Matches(page[page.IndexOf($"action=\"{Action}\"", StringComparison.Ordinal)..]).DistinctBy(m => m.Groups["name"].Value).Select(m => KeyValuePair.Create(m.Groups["name"].Value, m.Groups["value"].Value)).ToArray();
        Assert.Contains(fields, f => f.Key == "once" && f.Value.Length == 32);
        return fields;
    }

    private static async Task<HttpResponseMessage> Send(TestApp app, KeyValuePair<string, string>[] fields, string name)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (key, value) in fields.Append(KeyValuePair.Create("name", name))) form.Add(new StringContent(value), key);
        return await app.Http.PostAsync(Action, form);
    }

    private static async Task<int> Count(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<Store>().Set<Demand>().CountAsync();
    }

    [GeneratedRegex("""name="(?<name>token|once)" value="(?<value>[^"]*)""")]
    private static partial Regex OwnField();
}
