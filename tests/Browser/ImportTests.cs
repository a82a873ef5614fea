using System.Text;
using Microsoft.Playwright;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class ImportTests(Chromium chromium)
{
    private const string File = """
        目录代码,目录名称,提供单位,内容,更新频率,共享属性,开放属性,发布日期,数据项名称,数据项共享属性
        ,老年人综合津贴发放信息,市民政局,综合津贴的发放对象、标准和时间,每天,有条件共享,依申请开放,2026-01-05,姓名,有条件共享
        ,老年人综合津贴发放信息,市民政局,综合津贴的发放对象、标准和时间,每天,有条件共享,依申请开放,2026-01-05,身份证号,不宜对外共享
        ,公园绿地名录,市绿化市容局,公园的名称、地址和开放时间,不定时,无条件共享,无条件开放,昨天,公园名称,
        00999012X/000035,养老机构年度检查结果,市民政局,检查的时间和结论,年,无条件共享,无条件开放,2025-12-30,机构名称,
        ,路灯杆件信息,市路灯所,灯杆的位置和型号,看情况再说,无条件共享,完全开放,2025-11-02,杆号,
        ,低保对象信息,市民政局,最低生活保障对象的家庭和保障金额,每月,有条件共享,有条件开放,2024-03-01,户主姓名,
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_uploaded_mapped_checked_imported_and_taken_back(bool script)
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App, script: script);
        await page.GotoAsync("/catalog/imports");
        await Look(page, script, "import-empty");
        await page.Locator("main a.btn-primary").First.ClickAsync();
        await Look(page, script, "import-upload");
        await Upload(page, "目录.csv", File);

        await page.GetByLabel("“内容”对应").SelectOptionAsync("summary");
        await page.GetByLabel("保存这套对应").FillAsync("单位月报");
        await Look(page, script, "import-mapping");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查整个文件" }).ClickAsync();
        await page.Locator(".q-progress").WaitForAsync();
        await Look(page, script, "import-checking");
        await city.Work();
        await page.Locator(".q-tiles").WaitForAsync();
        Assert.Contains("不是一个日期", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, script, "import-check");
        await page.GetByRole(AriaRole.Link, new() { Name = "有问题" }).Last.ClickAsync();
        Assert.Equal(3, await page.Locator(".q-sheet tbody tr").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "只导入无问题的" }).ClickAsync();
        await page.Locator(".q-progress").WaitForAsync();
        await city.Work();
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销整批" }).WaitForAsync();
        await Look(page, script, "import-result");

        await page.GotoAsync("/catalog/imports");
        await Look(page, script, "import-list");
        await page.GotoAsync("/catalog/imports/new");
        await Upload(page, "补充.csv", "目录名称,提供单位,备忘\n路灯巡检记录,市路灯所,无\n");
        await page.Locator("#f-kept").SelectOptionAsync("单位月报");
        await page.GetByRole(AriaRole.Button, new() { Name = "套用" }).ClickAsync();
        Assert.Contains("列这个文件没有：", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, script, "import-mapping-kept");

        await page.GotoAsync("/catalog/imports");
        await page.GetByRole(AriaRole.Link, new() { Name = "目录.csv" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销整批" }).ClickAsync();
        await page.Locator(".q-progress").WaitForAsync();
        await city.Work();
        await page.GetByText("整批已撤销。").WaitForAsync();
        await Look(page, script, "import-undone");
    }

    [Fact]
    public async Task A_bad_file_is_refused_with_what_to_do()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/imports/new");
        await Upload(page, "目录.csv", "目录名称,提供单位,摘要\n甲,市民政局,机密★20年\n");
        Assert.Equal(1, await page.Locator("#errors li").CountAsync());
        Assert.Contains("行号：2", await page.Locator("#errors").InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("import-refused");
        await Upload(page, "目录.xlsx", "PK\u0003\u0004 half of a workbook");
        await page.Look("import-broken");
    }

    [Fact]
    public async Task The_whole_way_can_be_read_in_English()
    {
        await using var city = await DemoCity.Start(Roles.DataCentre, "市大数据中心");
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/catalog/imports/new?lang=en");
        await Upload(page, "catalogue.csv", File.Replace("内容", "摘要", StringComparison.Ordinal));
        await page.Look("import-mapping-english");
        await page.Locator("main form .btn-primary").ClickAsync();
        await page.Locator(".q-progress").WaitForAsync();
        await city.Work();
        await page.Locator(".q-tiles").WaitForAsync();
        await page.Look("import-check-english");
    }

    private static async Task Upload(IPage page, string name, string content)
    {
        await page.Locator("#f-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.Locator("main form .btn-primary").ClickAsync();
    }

    // Pictures once; without script the same page is shown.
    private static Task Look(IPage page, bool script, string name) => script ? page.Look(name) : Task.CompletedTask;
}
