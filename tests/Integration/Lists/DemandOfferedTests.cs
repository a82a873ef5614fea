using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>像是已有的目录: a demand outside the catalogue is offered what is in it.</summary>
public sealed partial class DemandOfferedTests
{
    private const string New = "/lists/demands/new?outside=1", Create = "/lists/demands/new";

    [Theory, Engines]
    public async Task What_is_like_it_is_offered_and_one_click_changes_over_without_losing_a_word(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        app.Person = await Liaison(app);
        using var offered = await app.Post(New, Form(("name", "结婚、婚姻登记的情况"), ("scenario", "受理公租房申请时核对"), ("itemName", "登记日期"), ("action", "match")), Create);
        var page = await offered.Content.ReadAsStringAsync();
        Assert.Contains("<mark>婚姻登记</mark>", page);
        Assert.Contains("受理公租房申请时核对", page);
        var resource = Use().Match(page).Groups["id"].Value;
        using var changed = await app.Post(New, Form(("name", "结婚、婚姻登记的情况"), ("scenario", "受理公租房申请时核对"), ("itemName", "登记日期"), ("use", resource)), Create);
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        var draft = await app.Http.GetStringAsync(changed.Headers.Location);
        Assert.Contains($"{resource}:", draft);
        Assert.Contains("受理公租房申请时核对", draft);
        Assert.DoesNotContain("itemName", draft);
    }

    [Theory, Engines]
    public async Task A_draft_outside_the_catalogue_is_changed_over_too(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        app.Person = await Liaison(app);
        using var made = await app.Post(New, Form(("name", "婚姻登记"), ("itemName", "登记日期"), ("action", "save")), Create);
        var edit = $"{made.Headers.Location}/edit";
        var page = await app.Http.GetStringAsync(edit);
        Assert.Contains("<mark>婚姻登记</mark>", page);
        var resource = Use().Match(page).Groups["id"].Value;
        using var stale = await app.Post(edit, Form(("name", "婚姻登记"), ("itemName", "登记日期"), ("edit", "77"), ("use", resource)));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var gone = await app.Post(edit, Form(("name", "婚姻登记"), ("itemName", "登记日期"), ("edit", "1"), ("use", "4711")));
        Assert.Equal(HttpStatusCode.Conflict, gone.StatusCode);
        using var changed = await app.Post(edit, Form(("name", "婚姻登记"), ("itemName", "登记日期"), ("edit", "1"), ("use", resource)));
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Contains($"{resource}:", await app.Http.GetStringAsync(edit));
    }

    [Theory, Engines]
    public async Task With_nothing_written_it_is_said_what_to_write(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        app.Person = await Liaison(app);
        using var answer = await app.Post(New, Form(("name", ""), ("itemName", ""), ("action", "match")), Create);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请先写需求名称或数据项", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<Actor> Liaison(TestApp app)
    {
        await using var scope = app.Scope();
        var units = await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(default);
        return new Actor(1, "王敏", units.Resolve("市住建委")!.Value, "市住建委", new HashSet<string> { Roles.Liaison });
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(params (string Name, string Value)[] fields) => fields.Select(f => KeyValuePair.Create(f.Name, f.Value));

    [GeneratedRegex("name=\"use\" value=\"(?<id>[0-9]+)\"")]
    private static partial Regex Use();
}
