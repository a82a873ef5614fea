using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary>Whatever is written into the search field: an answer or a sentence, and soon.</summary>
public sealed class BadQuestionTests
{
    private static readonly string[] Questions =
    [
        "*", "**", "\"", "“”", "\"\"\"", "'", "'; DROP TABLE catalog_search; --", "AND", "OR 婚姻", "NOT 婚姻", "婚姻 NEAR(登记, 5)", "words:婚姻", "rowid:1", "婚姻*", "^婚姻", "(婚姻", "{婚姻}", "婚姻 & 登记", "婚姻 | !登记", "婚姻:*", "<->", "\\",
        "-", "--", "－", "- 婚姻", "-\"", "\0", "婚\0姻", "\ud83d\ude00", "婚姻\ud83d\ude00登记", "\U00030EDE\U00030EDD", "\U0002000B", "ＡＢＣ１２３", "ﾊﾝｶｸ", "，。！？；：", "%", "_", "%00", "\u202e\u200b", "e\u0301", "ﷺ", "١٢٣",
    ];

    [Theory, Engines]
    public async Task No_question_ends_in_an_error_page(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        (await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", CatalogWorld.Complete, JsonText.Readable)).Dispose();
        foreach (var question in Questions)
            foreach (var path in new[] { "/catalog", "/api/v1/catalog/resources", "/catalog/print", "/catalog/match" })
                await Answers(app, $"{path}?{(path.EndsWith("match", StringComparison.Ordinal) ? "need" : "q")}={Uri.EscapeDataString(question)}", path.EndsWith("match", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_question_of_ten_thousand_characters_and_a_page_of_a_billion_are_answered_with_a_sentence_and_soon(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        (await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", CatalogWorld.Complete, JsonText.Readable)).Dispose();
        var watch = Stopwatch.StartNew();
        foreach (var question in new[] { new string('婚', 10_000), string.Concat(Enumerable.Repeat("婚 ", 5_000)), string.Concat(Enumerable.Repeat("-婚 ", 3_333)), new string('"', 10_000), string.Concat(Enumerable.Repeat("\ud83d\ude00", 5_000)), new string('*', 10_000) })
        {
            var page = await app.Http.GetStringAsync($"/catalog?q={Uri.EscapeDataString(question)}");
            Assert.Contains("检索词太长", page, StringComparison.Ordinal);
            Assert.Equal("catalog.search.long", (await Json(app, $"?q={Uri.EscapeDataString(question)}")).GetProperty("notes")[0].GetProperty("code").GetString());
        }
        foreach (var page in new[] { "1000000000", "99999999999999999999", "-1", "0", "x", "1e9" })
            Assert.Contains("婚姻登记信息", await app.Http.GetStringAsync($"/catalog?page={page}"), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Theory, Engines]
    public async Task Signs_alone_are_answered_with_a_sentence_and_no_hits(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        (await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", CatalogWorld.Complete, JsonText.Readable)).Dispose();
        var answer = await Json(app, $"?q={Uri.EscapeDataString("，。！*")}");
        Assert.Equal((0, "catalog.search.signs"), (answer.GetProperty("total").GetInt32(), answer.GetProperty("notes")[0].GetProperty("code").GetString()));
        Assert.Contains("没有可以找的字", await app.Http.GetStringAsync($"/catalog?q={Uri.EscapeDataString("，。！*")}"), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_api_gives_counts_and_the_items_that_matched(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        (await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", CatalogWorld.Complete, JsonText.Readable)).Dispose();
        var answer = await Json(app, "?q=登记日期&facets=true");
        Assert.Equal("登记日期", answer.GetProperty("items")[0].GetProperty("matchedItems")[0].GetString());
        var system = answer.GetProperty("facets").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "system").GetProperty("values")[0];
        Assert.Equal(("婚姻登记系统", 1), (system.GetProperty("value").GetString(), system.GetProperty("count").GetInt32()));
        Assert.False((await Json(app, "")).TryGetProperty("facets", out _));
    }

    private static async Task Answers(TestApp app, string address, bool mayRefuse)
    {
        using var answer = await app.Http.GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK || (mayRefuse && answer.StatusCode == HttpStatusCode.UnprocessableEntity), $"{address}: {answer.StatusCode}");
    }

    private static Task<JsonElement> Json(TestApp app, string query) => app.Http.GetFromJsonAsync<JsonElement>($"/api/v1/catalog/resources{query}");
}
