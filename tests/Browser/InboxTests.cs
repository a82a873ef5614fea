using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>Inbox, notices, orders and deliveries, with the people of the demo city.</summary>
public sealed class InboxTests(Chromium chromium)
{
    private static readonly Dictionary<string, string> Liaisons = new() { ["市公安局"] = "gongan", ["市民政局"] = "minzheng", ["市人社局"] = "renshe", ["市市场监管局"] = "shichang", ["市统计局"] = "tongji", ["市住建委"] = "zhujian", ["市卫健委"] = "weijian" };

    [Fact]
    public async Task An_order_goes_to_its_unit_is_answered_and_closed_and_notices_are_read()
    {
        await using var city = await DemoCity.Start(Roles.Authority, "市民政局");
        city.App.Person = null;
        var page = await chromium.Window(city.App);
        await page.SignIn("authority");
        await page.GotoAsync("/workflow/orders");
        await page.Look("orders");
        var row = page.Locator("tbody tr").First;
        var unit = (await row.Locator("td").Nth(1).InnerTextAsync()).Trim();
        await row.Locator("a").First.ClickAsync();
        await page.Look("order");
        await page.GetByRole(AriaRole.Link, new() { Name = "看需求办理" }).ClickAsync();
        await page.GetByText("下达督办单", new() { Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "下达" }).ClickAsync();
        await page.Look("case-order-refused");
        await page.GetByRole(AriaRole.Button, new() { Name = "关注" }).ClickAsync();
        await page.GotoAsync("/workflow/inbox/followed");
        await page.Look("inbox-followed");
        await page.GotoAsync("/workflow/inbox/waiting");
        await page.Look("inbox-waiting");
        await page.GotoAsync("/workflow/deliveries");
        await page.Look("deliveries-empty");
        await page.Locator("#f-url").FillAsync("http://127.0.0.1/");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await page.Look("deliveries-refused");
        await page.Locator("#f-url").FillAsync("https://receiver.example/in");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await page.Look("hook-shown");

        await page.SignIn(Liaisons[unit]);
        await page.GotoAsync("/todo");
        await page.Look("inbox-todo");
        await page.GotoAsync("/workflow/notices");
        await page.Look("notices");
        await page.GotoAsync("/workflow/notices?lang=en");
        await page.Look("notices-english");
        await page.GotoAsync("/workflow/inbox/handled");
        await page.Look("inbox-handled-english");
        await page.GotoAsync("/workflow/notices/settings?lang=zh");
        await page.Look("mail-settings");
        await page.GotoAsync("/workflow/notices");
        await page.GetByRole(AriaRole.Button, new() { Name = "全部标为已读" }).ClickAsync();
        await page.GotoAsync("/workflow/notices?unread=true");
        await page.Look("notices-none");
        await page.GotoAsync("/workflow/orders");
        await page.Locator("tbody a").First.ClickAsync();
        await page.Locator("#f-text").FillAsync("三个工作日内逐项答复。");
        await page.GetByRole(AriaRole.Button, new() { Name = "反馈", Exact = true }).ClickAsync();
        await page.Look("order-answered");

        await page.SignIn("authority");
        await page.GotoAsync("/workflow/orders?tab=Answered");
        await page.Locator("tbody a").First.ClickAsync();
        await page.Look("order-decide");
        await page.GetByRole(AriaRole.Button, new() { Name = "销号", Exact = true }).ClickAsync();
        Assert.Contains("已销号", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }
}
