using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class CatalogTests(Chromium chromium)
{
    [Fact]
    public async Task The_catalogue_is_found_narrowed_and_read()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog");
        await page.Look("catalog-table");
        await page.Locator("#words").FillAsync("低保");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".q-hits").WaitForAsync();
        Assert.True(await page.Locator(".q-hits mark").CountAsync() > 1);
        await page.Look("catalog-hits");
        await page.GotoAsync("/catalog?q=低保對象");
        Assert.Equal("低保对象", await page.Locator(".q-hits h2 mark").First.InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "低保对象信息" }).First.ClickAsync();
        await page.Look("catalog-resource");
        Assert.Equal("低保对象信息", (await page.Locator("h1").InnerTextAsync()).Split(' ', '\n')[0]);
    }

    [Fact]
    public async Task A_search_is_kept_looked_at_and_names_are_offered_while_typing()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/searches");
        await page.Look("searches-empty");
        await page.GotoAsync("/catalog");
        await page.Locator("#words").PressSequentiallyAsync("低保");
        await page.Locator("#words-offered option").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.GotoAsync("/catalog?q=登记 -民政 “信息”&sort=relevance");
        await page.Look("catalog-question");
        await page.Locator("#keep-as").FillAsync("别的单位的登记信息");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存检索" }).ClickAsync();
        await page.GotoAsync("/catalog?q=低保");
        await page.Locator("#keep-as").FillAsync("别的单位的登记信息");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存检索" }).ClickAsync();
        await page.Look("searches-refused");
        await page.Locator("#f-name").FillAsync("低保");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存检索" }).ClickAsync();
        await page.GotoAsync("/catalog/searches");
        await page.Look("searches");
        await page.GetByRole(AriaRole.Button, new() { Name = "打开 低保" }).ClickAsync();
        Assert.Equal("低保", await page.Locator("#words").InputValueAsync());
        await page.GotoAsync($"/catalog?q={Uri.EscapeDataString("，。！*")}");
        await page.Look("catalog-signs");
    }

    [Fact]
    public async Task Facets_narrow_without_script_and_stand_in_the_address()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App, script: false);
        await page.GotoAsync("/catalog");
        await page.Locator("input[name=share][value=Unconditional]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" }).ClickAsync();
        Assert.Contains("share=Unconditional", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("input[name=share][value=Unconditional]").IsCheckedAsync());
        Assert.Equal(0, await page.Locator("tbody td:has-text('有条件共享')").CountAsync());
    }

    [Fact]
    public async Task A_unit_that_is_not_listed_is_found_by_its_name_without_script()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App, script: false);
        await page.GotoAsync("/catalog");
        await page.Locator("#unit-typed").FillAsync("民政");
        await page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" }).ClickAsync();
        Assert.Equal("民政", await page.Locator("#unit-typed").InputValueAsync());
        Assert.Equal(["市民政局"], (await page.Locator("tbody td[data-l='提供单位']").AllInnerTextsAsync()).Distinct());
        // axe is a script: the same address once more, with scripts.
        var looking = await chromium.Window(city.App);
        await looking.GotoAsync(page.Url);
        await looking.Look("catalog-unit-typed");
    }

    [Fact]
    public async Task A_draft_is_given_up_after_a_question()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog?state=Draft");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.Look("catalog-draft");
        await page.GetByRole(AriaRole.Link, new() { Name = "放弃草稿" }).ClickAsync();
        await page.Look("catalog-drop");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认放弃" }).ClickAsync();
        Assert.Contains("已放弃草稿", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_item_owes_is_said_beside_it_and_the_reason_stays_with_the_class()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog?state=Draft");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "编辑" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "加一行" }).ClickAsync();
        await page.Locator("[name='items[0].name']").FillAsync("残疾等级");
        await page.Locator("[name='items[0].share']").SelectOptionAsync("NotShared");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并报送" }).ClickAsync();
        Assert.Contains("不予共享，须写明理由", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("a[href*='items%5B0%5D.shareReason'], a[href*='items[0].shareReason']").ClickAsync();
        await page.Locator("[name='items[0].terms']").FillAsync("户口登记条例第四条");
        await page.Look("catalog-item-terms");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并报送" }).ClickAsync();
        Assert.DoesNotContain("须写明理由", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_authority_finds_what_waits_among_the_things_to_do()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/todo?tab=数据目录");
        await page.Look("todo-catalog");
        await page.GetByRole(AriaRole.Link, new() { Name = "去审核" }).First.ClickAsync();
        Assert.Contains("/review", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_resource_is_written_with_rows_added_and_removed_and_all_faults_are_shown(bool script)
    {
        await using var city = await DemoCity.Start(Roles.UnitHead, "市民政局");
        var page = await chromium.Window(city.App, script: script);
        await page.GotoAsync("/catalog/new");
        await page.Locator("#f-summary").FillAsync("试写");
        await page.GetByRole(AriaRole.Button, new() { Name = "加十行" }).ClickAsync();
        await page.Locator("[name='items[0].name']").FillAsync("姓名");
        await page.Locator("[name='items[1].length']").FillAsync("很长");
        await page.Locator("main button.btn-primary").ClickAsync();
        Assert.Equal(3, await page.Locator("#errors li").CountAsync());
        Assert.Equal("姓名", await page.Locator("[name='items[0].name']").InputValueAsync());
        if (script) await page.Look("catalog-edit-faults");
        await page.GetByRole(AriaRole.Button, new() { Name = "删去第 2 行" }).ClickAsync();
        await page.Locator("#f-name").FillAsync("试写的目录");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并报送" }).ClickAsync();
        Assert.Contains("还缺", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        if (script) await page.Look("catalog-submission");
    }

    [Fact]
    public async Task Two_people_saving_one_resource_are_shown_side_by_side()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog?state=Draft");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "编辑" }).ClickAsync();
        var other = await chromium.Window(city.App);
        await other.GotoAsync(page.Url);
        await other.Locator("#f-summary").FillAsync("别人写的");
        await other.Locator("main button.btn-primary").ClickAsync();
        await page.Locator("#f-summary").FillAsync("我写的");
        await page.Locator("#f-theme").FillAsync("新领域");
        await page.Locator("main button.btn-primary").ClickAsync();
        await page.Look("catalog-conflict");
        await page.GetByRole(AriaRole.Button, new() { Name = "按所选保存" }).ClickAsync();
        Assert.Contains("我写的", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("新领域", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_authority_reviews_one_and_then_many_and_takes_it_back()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog?state=ChangeInReview");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "审核" }).ClickAsync();
        await page.Look("catalog-review");
        await page.GetByRole(AriaRole.Button, new() { Name = "通过并发布" }).ClickAsync();
        Assert.Contains("已通过并发布", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("a[href*='/versions/']").First.ClickAsync();
        await page.Look("catalog-versions");

        await page.GotoAsync("/catalog?state=InReview&select=all");
        await page.Look("catalog-bulk");
        await page.GetByRole(AriaRole.Button, new() { Name = "审核所选" }).ClickAsync();
        await page.Look("catalog-bulk-review");
        await page.GetByRole(AriaRole.Button, new() { Name = "全部通过并发布" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销这" }).ClickAsync();
        Assert.Contains("已撤销", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/catalog/print", "catalog-print")]
    [InlineData("/catalog/export", "catalog-export")]
    [InlineData("/", "dashboard")]
    [InlineData("/catalog?q=没有这样的东西", "catalog-nothing")]
    [InlineData("/catalog?lang=en", "catalog-english")]
    public async Task Further_pages_can_be_read(string path, string picture)
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        await page.GotoAsync(path);
        await page.Look(picture);
    }

    [Fact]
    public async Task An_empty_catalogue_says_what_to_do()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        var page = await chromium.Window(app);
        await page.GotoAsync("/catalog");
        Assert.Equal(1, await page.Locator("a[href='/catalog/imports/new']").CountAsync());
        await page.Look("catalog-empty");
    }

    [Fact]
    public async Task A_sentence_finds_the_most_similar_resources()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市住建委");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog?q=婚姻");
        await page.GetByRole(AriaRole.Link, new() { Name = "用一句话找" }).ClickAsync();
        Assert.Equal("婚姻", await page.Locator("#f-need").InputValueAsync());
        await page.Locator("#f-need").FillAsync("受理公共租赁住房申请，需要民政部门提供申请人的婚姻登记情况和登记日期");
        await page.GetByRole(AriaRole.Button, new() { Name = "找最像的目录" }).ClickAsync();
        Assert.Contains("婚姻登记", await page.Locator(".q-hits h2").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("catalog-match");
        await page.GotoAsync("/catalog/match?need=量子纠缠");
        await page.Look("catalog-match-nothing");
        await page.GotoAsync("/catalog/match?lang=en");
        await page.Look("catalog-match-english");
    }
}
