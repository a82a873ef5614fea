using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>An edition as its people see it: drawn up, asked about, answered, deliberated, issued, fetched, compared.</summary>
public sealed class EditionTests(Chromium chromium)
{
    [Fact]
    public async Task An_edition_goes_from_the_draft_to_the_comparison_with_what_follows()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var (authority, page) = (city.App.Person!, await chromium.Window(city.App));
        await page.GotoAsync("/editions");
        await page.Look("editions");
        await page.GotoAsync("/editions/compare");
        await page.Look("editions-compare-none");
        var edition = await Draw(page);
        await Ask(city, page);
        var unit = await Unit(city);
        await page.GotoAsync("/todo");
        await page.Look("edition-todo-unit");
        await Say(page, edition);
        city.App.Person = authority;
        await Answer(page, edition);
        await Issue(city, page);
        var archive = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='/0/archive']").ClickAsync());
        Assert.True(new FileInfo(await archive.PathAsync()).Length > 10_240);
        await page.GotoAsync($"{edition}/0/responsibility");
        await page.Look("edition-lines");
        await page.GotoAsync($"{edition}/0/print");
        await page.Look("edition-print");
        city.App.Person = unit;
        await page.GotoAsync(edition);
        await page.Look("edition-issued-unit");
        await page.GotoAsync("/editions");
        await page.Look("editions-issued");
        city.App.Person = authority;
        await Compare(city, page, edition);
        await page.GotoAsync($"{edition}?lang=en");
        await page.Look("edition-issued-english");
        await page.GotoAsync("/editions/compare?lang=en");
        await page.Look("editions-compare-english");
    }

    [Fact]
    public async Task A_writing_goes_on_and_fails_in_sight()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        var page = await chromium.Window(city.App);
        var edition = await Draw(page);
        await page.GetByLabel("意见反馈截止日期").FillAsync("2026-12-20");
        await Hold(city);
        await page.GetByRole(AriaRole.Button, new() { Name = "开始征求意见" }).ClickAsync();
        await page.Locator(".q-progress").WaitForAsync();
        await page.Look("edition-writing");
        await Fail(city);
        await page.GetByRole(AriaRole.Button, new() { Name = "再试一次" }).WaitForAsync();
        await page.Look("edition-writing-failed");
        await page.GotoAsync("/todo");
        await page.Look("edition-todo-authority");
        await page.GotoAsync(edition);
        await page.GetByRole(AriaRole.Button, new() { Name = "再试一次" }).ClickAsync();
        await Written(city, page);
        Assert.Contains("征求意见稿（第 1 轮）", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> Draw(IPage page)
    {
        await page.GotoAsync("/editions/new");
        await page.Locator("main button.btn-primary").ClickAsync();
        await page.Look("edition-new-faults");
        await page.GetByLabel("标题").FillAsync("示例市公共数据三清单（2026 年版）");
        await page.GetByLabel("变更说明").FillAsync("首次印发。");
        await page.GetByRole(AriaRole.Button, new() { Name = "拟定版次" }).ClickAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Ask(DemoCity city, IPage page)
    {
        await page.Look("edition-draft");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始征求意见" }).ClickAsync();
        await page.GetByLabel("意见反馈截止日期").FillAsync("2026-12-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始征求意见" }).ClickAsync();
        await Written(city, page);
        await page.Look("edition-consulting");
    }

    private static async Task Say(IPage page, string edition)
    {
        await page.GotoAsync(edition);
        await page.Look("edition-consulting-unit");
        await page.GetByLabel("针对哪张清单").SelectOptionAsync("responsibility");
        await page.Locator("textarea[name='text']").FillAsync("殡葬服务信息的更新频率应为每月，请按实际改。");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await page.Look("edition-said");
    }

    private static async Task Answer(IPage page, string edition)
    {
        await page.GotoAsync(edition);
        await page.Look("edition-answering");
        await page.GetByLabel("部分采纳", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "记下处理结果" }).ClickAsync();
        await page.Look("edition-answer-faults");
        await page.GetByLabel("部分采纳", new() { Exact = true }).CheckAsync();
        await page.Locator("[name^='reason-']").FillAsync("频率按目录登记的改，条目保留。");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下处理结果" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "意见处理完毕" }).ClickAsync();
        await page.Look("edition-to-deliberate");
        await page.GetByLabel("会议纪要编号").FillAsync("示数纪要〔2026〕8 号");
        await page.GetByLabel("审议日期").FillAsync("2026-11-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记审议通过" }).ClickAsync();
    }

    private static async Task Issue(DemoCity city, IPage page)
    {
        await page.Look("edition-to-issue");
        await page.GetByLabel("文号").FillAsync("示数发〔2026〕30 号");
        await page.GetByLabel("施行日期").FillAsync("2027-01-01");
        await page.GetByLabel("政务部门内部").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "印发", Exact = true }).ClickAsync();
        await Written(city, page);
        Assert.Contains("已印发", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("edition-issued");
    }

    private static async Task Compare(DemoCity city, IPage page, string edition)
    {
        await page.GotoAsync($"/editions/compare?before={edition[(edition.LastIndexOf('/') + 1)..]}");
        await page.Look("editions-compare-same");
        await using (var scope = city.App.Scope())
        {
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            await store.Execute("UPDATE lists_entries SET contact = '信息处 23110001', share_condition = '凭行政审批事项编码使用，用后不得留存' WHERE id IN (SELECT id FROM lists_entries WHERE state = 'InForce' ORDER BY id LIMIT 30)", default);
            await store.Execute("UPDATE lists_entries SET state = 'Removed' WHERE id IN (SELECT id FROM lists_entries WHERE state = 'InForce' ORDER BY id DESC LIMIT 40)", default);
            await store.Execute("DELETE FROM lists_entry_items WHERE entry_id IN (SELECT id FROM lists_entries WHERE state = 'InForce' ORDER BY id LIMIT 5) AND place = 2", default);
            // As the program does with every change; here all of them at once.
            await scope.ServiceProvider.GetRequiredService<LineBook>().Follow(0, default);
        }
        await page.ReloadAsync();
        await page.GetByText("个单位有变化").ClickAsync();
        await page.Look("editions-compare");
        await page.GetByLabel("变化", new() { Exact = true }).SelectOptionAsync("Removed");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        Assert.Empty(await page.Locator("main ins").AllAsync());
        await page.Look("editions-compare-filtered");
        var workbook = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载对比工作簿" }).ClickAsync());
        Assert.True(new FileInfo(await workbook.PathAsync()).Length > 1024);
    }

    private static async Task<Actor> Unit(DemoCity city) =>
        city.App.Person = new Actor(2, "王敏", await city.Unit("市民政局"), "市民政局", new HashSet<string> { Roles.Liaison });

    // The page comes anew by itself; to go there as well would break that off.
    private static async Task Written(DemoCity city, IPage page)
    {
        await city.Work();
        await page.Locator(".q-progress").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    // Nobody takes up what is ordered from now on.
    private static async Task Hold(DemoCity city)
    {
        await using var scope = city.App.Scope();
        await scope.ServiceProvider.GetRequiredService<Store>().Execute(
            "CREATE TRIGGER held AFTER INSERT ON platform_jobs BEGIN UPDATE platform_jobs SET lease_until = 9999999999999 WHERE id = NEW.id; END", default);
    }

    private static async Task Fail(DemoCity city)
    {
        await using var scope = city.App.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await store.Execute("DROP TRIGGER held", default);
        await store.Set<Job>().Where(j => j.Kind == "records.edition").ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, JobState.Failed).SetProperty(j => j.Note, "处理时出错，没有做完。请把任务编号告诉系统管理员。").SetProperty(j => j.FinishedAt, city.App.Clock.GetUtcNow()));
        await store.Execute("UPDATE platform_jobs SET lease_until = 0 WHERE state = 'Queued'", default);
    }
}
