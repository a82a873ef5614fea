using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary>What a person types into the form of a resource, and what becomes of it.</summary>
public sealed partial class EditFormTests
{
    private static readonly Actor Person = TestPerson.Of("王敏", "市民政局", Roles.Liaison, Roles.UnitHead, Roles.Authority);

    [Theory, Engines]
    public async Task New_items_beside_a_version_in_force_are_saved_again_and_again(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person);
        var id = await Published(app);
        for (var round = 1; round <= 2; round++)
        {
            using var answer = await Save(app, id, ("summary", $"第 {round} 次"), ("items[2].name", "住址"), ("items[3].name", "电话"));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }
        Assert.Equal("第 2 次", (await Draft(app, id)).Summary);
        Assert.Equal(["姓名", "登记日期", "住址", "电话"], (await Draft(app, id)).Items.Select(i => i.Name));
    }

    [Theory, Engines]
    public async Task Two_thousand_items_can_be_saved(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person);
        var id = await Created(app, CatalogWorld.Complete);
        using var answer = await Save(app, id, [.. Enumerable.Range(0, 2000).SelectMany(i => Row(i, $"数据项{i}"))]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(2000, await Use<Store, int>(app, store => store.Set<Item>().CountAsync()));
    }

    [Theory]
    [InlineData("NotShared", "", "系国家秘密目录事项")]
    [InlineData("Conditional", "仅供核验", "")]
    public async Task What_stands_beside_the_class_of_an_item_goes_where_the_class_says(string share, string condition, string reason)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Person);
        var id = await Created(app, CatalogWorld.Complete);
        using var answer = await Save(app, id, ("items[0].share", share), ("items[0].terms", condition + reason));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var item = await Use<Store, Item>(app, store => store.Set<Item>().SingleAsync(i => i.Place == 1));
        Assert.Equal((share, condition, reason), ($"{item.Share}", item.ShareCondition, item.ShareReason));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"share":7}""")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"items":null}""")]
    [InlineData("""{"items":[null]}""")]
    [InlineData("""{"elements":{"office":null}}""")]
    public async Task A_page_whose_hidden_part_was_changed_is_refused_with_a_sentence(string original)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Person);
        var id = await Created(app, CatalogWorld.Complete);
        using var answer = await Save(app, id, ("original", original));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var choice = await app.Post($"/catalog/{id}/edit", [new("mine", original), new("edit", "1")], $"/catalog/{id}/conflict");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, choice.StatusCode);
    }

    // The form as the page fills it, with some fields typed over.
    private static async Task<HttpResponseMessage> Save(TestApp app, long id, params (string Name, string Value)[] typed)
    {
        var page = await app.Http.GetStringAsync($"/catalog/{id}/edit");
        var hidden = Hidden().Matches(page).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        var fields = Fields(JsonSerializer.Deserialize<ResourceContent>(hidden["original"], JsonText.Readable)!).Concat(hidden.Select(h => (h.Key, h.Value))).ToDictionary(f => f.Item1, f => f.Item2);
        foreach (var (name, value) in typed) fields[name] = value;
        return await app.Post($"/catalog/{id}/edit", fields);
    }

    private static IEnumerable<(string, string)> Fields(ResourceContent c) =>
    [
        ("name", c.Name), ("summary", c.Summary), ("theme", c.Theme), ("systemName", c.SystemName), ("formats", c.Formats), ("frequency", $"{c.Frequency}"), ("share", $"{c.Share}"), ("shareCondition", c.ShareCondition),
        ("shareWays", c.ShareWays), ("openType", $"{c.OpenType}"), ("dataLevel", c.DataLevel), .. c.Elements.Select(e => (e.Key, e.Value)), .. c.Items.SelectMany((item, i) => Row(i, item.Name, $"{item.Id}")),
    ];

    private static IEnumerable<(string Name, string Value)> Row(int i, string name, string id = "0") =>
        [($"items[{i}].id", id), ($"items[{i}].name", name), ($"items[{i}].fieldName", ""), ($"items[{i}].dataType", ""), ($"items[{i}].length", ""), ($"items[{i}].share", ""), ($"items[{i}].terms", ""), ($"items[{i}].note", ""), ($"items[{i}].openType", "")];

    private static Task<long> Created(TestApp app, ResourceContent content) => Use<SaveResource, long>(app, async save => (await save.Create(content, Person, default)).Value);

    private static async Task<long> Published(TestApp app)
    {
        var id = await Created(app, CatalogWorld.Complete);
        Assert.Empty(await Use<SubmitResource, IReadOnlyList<Fault>>(app, async submit => (await submit.Run(id, true, CatalogWorld.Consent, Person, default)).Faults));
        Assert.Empty(await Use<ReviewResource, IReadOnlyList<Fault>>(app, async review => (await review.Run(id, 2, CatalogWorld.Consent, Person, default)).Faults));
        return id;
    }

    private static async Task<ResourceContent> Draft(TestApp app, long id) =>
        JsonSerializer.Deserialize<ResourceContent>(await Use<Store, string>(app, store => store.Set<ResourceDraft>().Where(d => d.ResourceId == id).Select(d => d.Content).SingleAsync()), JsonText.Readable)!;

    private static async Task<T> Use<TService, T>(TestApp app, Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = app.Scope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>edit|original)" value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();
}
