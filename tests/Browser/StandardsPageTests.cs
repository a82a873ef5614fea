using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class StandardsPageTests(Chromium chromium)
{
    [Theory]
    [InlineData("/standards", "standards-profiles")]
    [InlineData("/standards/deadline?term=T2&term=T7&from=2026-09-24", "standards-deadline")]
    [InlineData("/standards/calendar/2026?day=2026-11-25", "standards-calendar")]
    [InlineData("/standards/calendar/2027", "standards-calendar-provisional")]
    [InlineData("/standards/declarations/resource", "standards-declarations")]
    [InlineData("/standards/legal-bases", "standards-legal-bases")]
    [InlineData("/standards/legal-bases?q=%E4%B8%8D%E5%BE%97%20%E6%8F%90%E4%BE%9B", "standards-clauses")]
    [InlineData("/standards/legal-bases?state=Amended", "standards-laws-amended")]
    [InlineData("/standards?lang=en", "standards-profiles-en")]
    public async Task Every_page_is_accessible(string address, string name)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("李卫东", "市数据局", Roles.Authority));
        var page = await chromium.Window(app);
        await page.GotoAsync(address);
        await page.Look(name);
    }

    [Fact]
    public async Task The_authority_imports_laws_and_sees_first_what_changes()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("李卫东", "市数据局", Roles.Authority));
        var page = await chromium.Window(app);
        await page.GotoAsync("/standards/legal-bases/imports");
        await Choose(page, "甲法,法,,,2026-01-01,2026-02-01,现行有效,第九点,,出处\n");
        Assert.Equal(3, await page.Locator("#errors li").CountAsync());
        await page.Look("law-import-faults");
        await Choose(page, "中华人民共和国统计法,法律,全国人大常委会,2026年修订,2026-06-30,2026-10-01,现行有效,第二十八条,单个统计调查对象的资料应当保密。,国家法律法规数据库\n"
            + "上海市数据条例,地方性法规,,,,2022-01-01,已修订,第二条,本条例中下列用语的含义改写了。,市人大公报\n");
        await page.Look("law-import-difference");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入依据库" }).ClickAsync();
        Assert.Contains("已导入", await page.Locator("[role=status]").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("laws-imported");
        await page.GotoAsync("/standards/legal-bases?q=统计法&state=Amended");
        await page.Locator("tbody a.q-title").First.ClickAsync();
        await page.Look("law-superseded");
        await page.GotoAsync("/standards/legal-bases/imports");
        await page.Look("law-imports");
    }

    [Fact]
    public async Task Five_hundred_laws_are_paged_and_found()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("李卫东", "市数据局", Roles.Authority));
        var page = await chromium.Window(app);
        await page.GotoAsync("/standards/legal-bases/imports");
        await Choose(page, string.Concat(Enumerable.Range(1, 500).Select(i => $"示例市第{i}号办法,地方政府规章,示例市人民政府,第{i}号令,2025-01-01,2025-02-01,现行有效,1,第{i}号办法的第一条。,公报\n")));
        await page.GetByRole(AriaRole.Button, new() { Name = "导入依据库" }).ClickAsync();
        await page.Look("laws-many");
        await page.GotoAsync("/standards/legal-bases?q=第321号");
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
        await page.Look("laws-found");
    }

    private static async Task Choose(IPage page, string rows)
    {
        var text = $"名称,层级,发布机关,文号,公布日期,施行日期,状态,条款号,条款原文,来源\n{rows}";
        await page.Locator("#f-file").SetInputFilesAsync(new FilePayload { Name = "laws.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并比较" }).ClickAsync();
    }
}
