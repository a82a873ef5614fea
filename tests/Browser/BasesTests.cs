using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>A law that is repealed, what stands on it, its yearly review, and an impact analysis, with the people of the unit and the authority.</summary>
public sealed class BasesTests(Chromium chromium)
{
    private const string Law = "全国人口普查条例";

    [Fact]
    public async Task A_repealed_basis_is_stated_followed_and_reviewed_in_a_round()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        var (entry, unit) = await Entry(city);
        await page.GotoAsync($"/standards/legal-bases?q={Law}");
        await page.Locator("table").GetByRole(AriaRole.Link, new() { Name = Law }).First.ClickAsync();
        await page.Look("law-uses");
        var law = new Uri(page.Url).PathAndQuery;
        await page.GetByRole(AriaRole.Link, new() { Name = "登记废止或修订" }).ClickAsync();
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Look("law-state-refused");
        await page.Locator("#f-state").SelectOptionAsync("Repealed");
        await page.Locator("#f-endedOn").FillAsync("2026-11-20");
        await page.Locator("#f-why").FillAsync("国务院令（示例）");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Says(page, "已登记");
        await city.Hour();
        await page.GotoAsync($"{law}?lang=en");
        await page.Look("law-uses-english");
        await page.GotoAsync("/workflow/refusals?lang=zh");
        await Says(page, Law);
        await page.Look("changed-laws");
        await page.GotoAsync($"/workflow/refusals?law={law[(law.LastIndexOf('/') + 1)..]}");
        await page.Look("refusals-none");
        var asks = await Refuse(city);
        As(city, asks, Roles.Liaison);
        await page.ReloadAsync();
        await page.Look("refusals");
        await page.GotoAsync($"{new Uri(page.Url).PathAndQuery}&lang=en");
        await page.Look("refusals-english");
        await page.GotoAsync("/workflow/refusals?lang=zh");
        await page.Look("changed-laws-refused");
        await Downloads(city, $"/workflow/refusals/export?law={law[(law.LastIndexOf('/') + 1)..]}");

        As(city, unit, Roles.Liaison);
        await page.GotoAsync("/todo?lang=zh");
        await Says(page, "依据已废止");
        await page.GotoAsync($"/lists/negatives/{entry}");
        await Says(page, "转定期复核：依据已废止");
        await page.Look("negative-review-due");
        await page.GotoAsync("/lists/negatives?review=Repealed");
        await page.Look("negatives-review-filter");

        As(city, await city.Unit("市数据局"), Roles.Authority);
        foreach (var (path, name) in new[] { ("/lists/reviews", "reviews"), ("/lists/reviews/new?lang=en", "review-new-english"), ("/lists/reviews/new?lang=zh", "review-new") })
        {
            await page.GotoAsync(path);
            await page.Look(name);
        }
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Look("review-new-refused");
        await page.Locator("#f-title").FillAsync("2026 年度清单复核");
        await page.Locator("#f-noticeNumber").FillAsync("示数发〔2026〕30 号");
        await page.Locator("#f-dueOn").FillAsync("2026-12-25");
        await page.Locator("main button[type=submit]").ClickAsync();
        await Says(page, "已发起");
        await page.Look("review-board");
        var board = new Uri(page.Url).PathAndQuery;

        As(city, unit, Roles.Liaison);
        await page.GotoAsync(board);
        await page.Locator("main table th a").First.ClickAsync();
        await page.Look("review-sheet");
        var sheet = new Uri(page.Url).PathAndQuery;
        await page.Locator("input[name=answer][value=Keep]").CheckAsync();
        await page.Locator("input[name=id]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "这样答复" }).ClickAsync();
        await page.Look("review-sheet-refused");
        await page.Locator("input[name=answer][value=Remove]").CheckAsync();
        await page.Locator("#f-reason").FillAsync("依据已废止，没有新的依据");
        await page.GetByRole(AriaRole.Button, new() { Name = "这样答复" }).ClickAsync();
        await Says(page, "已答复 1 条");
        await page.GotoAsync($"{sheet}?tab=None&select=all");
        await page.Locator("input[name=answer][value=Keep]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "这样答复" }).ClickAsync();
        await page.GotoAsync(sheet);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交审签" }).ClickAsync();
        await page.Look("review-sheet-submitted");
        As(city, unit, Roles.UnitHead);
        await page.GotoAsync($"{sheet}?lang=en");
        await page.Look("review-sheet-head-english");
        await page.GotoAsync($"{sheet}?lang=zh");
        await page.GetByRole(AriaRole.Button, new() { Name = "签署意见" }).ClickAsync();
        await Says(page, "答复生效");
        await page.Look("review-sheet-signed");

        As(city, await city.Unit("市数据局"), Roles.Authority);
        await page.GotoAsync(board);
        await page.Look("review-board-proposed");
        await page.Locator("input[name=id]").First.CheckAsync();
        await page.Locator("#f-reason").FillAsync("同意，不再有依据");
        await page.GetByRole(AriaRole.Button, new() { Name = "决定勾选的" }).ClickAsync();
        await Says(page, "已决定 1 条");
        await page.GetByRole(AriaRole.Button, new() { Name = "结束这次复核" }).ClickAsync();
        await page.Look("review-closed");
        await Downloads(city, $"{board}/export");
        Assert.Equal("removed", (await city.App.Http.GetFromJsonAsync<JsonElement>($"/api/v1/lists/negatives/{entry}")).GetProperty("entry").GetProperty("state").GetString(), ignoreCase: true);
    }

    [Fact]
    public async Task An_impact_is_analysed_before_anything_is_changed()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        foreach (var (path, name) in new[] { ("/lists/impact", "impacts-none"), ("/lists/impact/new", "impact-new"), ("/lists/impact/new?q=婚姻登记", "impact-found") })
        {
            await page.GotoAsync(path);
            await page.Look(name);
        }
        await page.GetByRole(AriaRole.Link, new() { Name = "分析这个目录" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "分析", Exact = true }).ClickAsync();
        await page.Look("impact-refused");
        await page.Locator("input[name=kind][value=ToNegative]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "分析", Exact = true }).ClickAsync();
        await Says(page, "没有改动任何记录");
        await page.Look("impact");
        await page.GotoAsync($"{new Uri(page.Url).PathAndQuery}?lang=en");
        await page.Look("impact-english");
        await page.GotoAsync("/lists/impact?lang=zh");
        await page.Look("impacts");
        var kept = await city.App.Http.GetFromJsonAsync<JsonElement>("/api/v1/lists/impacts");
        Assert.Equal(1, kept.GetProperty("items").GetArrayLength());
        await Downloads(city, $"/lists/impact/{kept.GetProperty("items")[0].GetProperty("id").GetInt64()}/export");
    }

    private static async Task<(long Entry, long Unit)> Entry(DemoCity city)
    {
        var rows = (await city.App.Http.GetFromJsonAsync<JsonElement>("/api/v1/lists/negatives")).GetProperty("items").EnumerateArray();
        var row = rows.Single(r => r.GetProperty("basis").GetProperty("name").GetString() == Law);
        return (row.GetProperty("id").GetInt64(), row.GetProperty("provider").GetProperty("id").GetInt64());
    }

    // A case of the demo as it would be after its answer: each item refused on the law.
    private static async Task<long> Refuse(DemoCity city)
    {
        await using var scope = city.App.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        const string One = "(SELECT min(c.id) FROM workflow_cases c JOIN lists_demand_items i ON i.demand_id = c.id WHERE c.provider_id <> 0)";
        await store.Execute($"DELETE FROM workflow_answers WHERE case_id = {One}", default);
        await store.Execute(
            $"INSERT INTO workflow_answers (case_id, item_id, place, name, verdict, condition, reason, basis_name, basis_clause) SELECT demand_id, id, place, name, 'Refuse', '', '能够识别单个对象', @law, '第三十三条' FROM lists_demand_items WHERE demand_id = {One}", default, ("law", Law));
        await store.Execute($"UPDATE workflow_cases SET state = 'Refused', handed = TRUE, answered = 'Refused', revision = (SELECT max(revision) + 1 FROM workflow_cases) WHERE id = {One}", default);
        return (await store.Query($"SELECT unit_id FROM workflow_cases WHERE id = {One}", r => r.GetInt64(0), default))[0];
    }

    private static async Task Downloads(DemoCity city, string path)
    {
        using var answer = await city.App.Http.GetAsync(path);
        Assert.Equal((200, "PK"), ((int)answer.StatusCode, System.Text.Encoding.ASCII.GetString(await answer.Content.ReadAsByteArrayAsync(), 0, 2)));
    }

    private static void As(DemoCity city, long unit, string role) => city.App.Person = new Actor(1, "王敏", unit, "单位", new HashSet<string> { role });

    private static Task Says(IPage page, string text) => page.GetByText(text).First.WaitForAsync();
}
