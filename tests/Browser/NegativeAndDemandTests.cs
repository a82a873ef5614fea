using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class NegativeAndDemandTests(Chromium chromium)
{
    [Fact]
    public async Task An_entry_in_force_is_reviewed_again()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市统计局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/lists/negatives");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        var name = await page.Locator("h1").InnerTextAsync();
        await page.Look("negative-in-force");
        await page.GetByRole(AriaRole.Button, new() { Name = "重新审核" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).Last.ClickAsync();
        Assert.StartsWith(name.Split('\n')[0], await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("negative-review-again");
        await page.GetByRole(AriaRole.Link, new() { Name = "看被替代的条目" }).ClickAsync();
        Assert.Equal(1, await page.GetByRole(AriaRole.Link, new() { Name = "看新的条目" }).CountAsync());
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "重新审核" }).CountAsync());
    }

    [Fact]
    public async Task The_authority_rules_and_names_the_provider_of_a_demand()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市数据局");
        await using (var scope = city.App.Scope())
        {
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            await store.Execute("UPDATE lists_negatives SET basis_state = 'Amended' WHERE state = 'InRoute'", default);
            store.Add(new Job { Id = long.MaxValue >> 11, FinishedAt = city.App.Clock.GetUtcNow(), Kind = "lists.generate", Payload = "{}", Actor = "{}", State = JobState.Failed, Note = "处理时出错，没有做完。请把任务编号告诉系统管理员。" });
            await store.SaveChangesAsync();
        }
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/lists/negatives?tab=InRoute");
        await page.Look("negatives-in-route");
        await page.GotoAsync("/todo");
        await page.Look("todo-authority");
        await page.GetByRole(AriaRole.Link, new() { Name = "去指定" }).First.ClickAsync();
        await page.Look("demand-provider");
        await page.Locator("#f-provider").FillAsync("没有这个单位");
        await page.GetByRole(AriaRole.Button, new() { Name = "指定", Exact = true }).ClickAsync();
        Assert.Equal("没有这个单位", await page.Locator("#f-provider").InputValueAsync());
        await page.Locator("#f-provider").FillAsync("市气象局");
        await page.GetByRole(AriaRole.Button, new() { Name = "指定", Exact = true }).ClickAsync();
        Assert.Contains("已指定提供单位", await page.Locator("[role=status]").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/todo?tab=负面清单");
        await page.GetByRole(AriaRole.Link, new() { Name = "去审核" }).First.ClickAsync();
        await page.Look("negative-ruling");
        await page.Locator("input[name=act][value=Agree]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "签署意见" }).ClickAsync();
        Assert.Equal(1, await page.Locator("#errors a[href='#f-inEffect']").CountAsync());
        await page.GotoAsync("/lists/generation");
        await page.Look("generation-failed");
    }
}
