using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class SimilarTests(Chromium chromium)
{
    [Fact]
    public async Task Similar_resources_are_seen_side_by_side_merged_and_told_apart()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        await Double(city);
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/similar");
        await page.Look("similar");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^合并 低保对象信息") }).First.ClickAsync();
        await page.Look("similar-group");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("改为保留这一个") }).ClickAsync();
        Assert.Contains("公民身份号码", await page.Locator("form label").AllInnerTextsAsync());
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("改为保留这一个") }).ClickAsync();
        await page.Locator("#f-why").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "合并", Exact = true }).ClickAsync();
        await page.Look("similar-refused");
        await page.Locator("#f-why").FillAsync("重复编目");
        await page.Locator("input[name=items]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "合并", Exact = true }).ClickAsync();
        Assert.Contains("下一版正在准备", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("并入这一个", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("similar-merged");
        await page.Locator("dd a", new() { HasText = "/" }).First.ClickAsync();
        await page.Look("similar-former");
        await page.GotoAsync("/catalog/similar?state=Merged");
        await page.Look("similar-decided");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^撤销合并") }).ClickAsync();
        Assert.Contains("已撤销合并，1 个目录恢复。", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_sees_what_may_be_double_on_the_page_of_a_resource_and_an_empty_list_says_what_it_is_for()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/similar");
        await page.Look("similar-empty");
        await page.GotoAsync("/catalog/similar?state=Merged");
        await page.Look("similar-none-decided");
        var id = await Double(city);
        await page.GotoAsync($"/catalog/{id}");
        await page.Look("similar-beside");
        await page.GetByRole(AriaRole.Link, new() { Name = "并排看" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "不是同一个" }).ClickAsync();
        Assert.Contains("已记下", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    // A second copy of some resources, as a harvest brings them: with a number dragged along, one item more, one of them with another unit.
    private static async Task<long> Double(DemoCity city)
    {
        await using var scope = city.App.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var police = await city.Unit("市公安局");
        foreach (var (name, copy, provider) in new[] { ("低保对象信息", "低保对象数据1", "provider_id"), ("婚姻登记信息", "婚姻登记信息", $"{police}") })
        {
            await store.Execute(
                $"""
                INSERT INTO catalog_resources (id, code, national_code, name, name_key, provider_id, summary, theme, system_name, duty, formats, frequency, share, share_stated, share_condition, share_reason, share_ways,
                    open_type, data_level, data_updated_on, elements, state, version, edit, revision, import_id, created_at, changed_at)
                SELECT id + 7, substr(code, 1, 10) || '9' || substr(code, 12), NULL, @copy, @copy, {provider}, summary, theme, system_name, duty, formats, frequency, share, share_stated, share_condition, share_reason, share_ways,
                    open_type, data_level, data_updated_on, elements, 'Published', 1, 1, revision + 7, 0, created_at, changed_at
                FROM catalog_resources WHERE name = @name AND state IN ('Published', 'Changing', 'ChangeInReview')
                """, default, ("copy", copy), ("name", name));
            await store.Execute(
                """
                INSERT INTO catalog_items (id, resource_id, place, name, field_name, data_type, length, note, share, share_condition, share_reason, open_type, elements)
                SELECT i.id + 3, i.resource_id + 7, i.place, CASE i.place WHEN 2 THEN '采集批次' ELSE i.name END, i.field_name, i.data_type, i.length, i.note, i.share, i.share_condition, i.share_reason, i.open_type, i.elements
                FROM catalog_items i JOIN catalog_resources r ON r.id = i.resource_id WHERE r.name = @name AND r.state IN ('Published', 'Changing', 'ChangeInReview') AND EXISTS (SELECT 1 FROM catalog_resources c WHERE c.id = r.id + 7)
                """, default, ("name", name));
        }
        await city.Work();
        foreach (var work in scope.ServiceProvider.GetServices<Platform.Jobs.IRegularWork>()) await work.Run(default);
        await city.Work();
        return (await store.Query("SELECT id FROM catalog_resources WHERE name = '低保对象数据1'", r => r.GetInt64(0), default))[0];
    }
}
