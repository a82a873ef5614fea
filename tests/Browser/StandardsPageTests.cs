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
    [InlineData("/standards?lang=en", "standards-profiles-en")]
    public async Task Every_page_is_accessible(string address, string name)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("李卫东", "市数据局", Roles.Authority));
        var page = await chromium.Window(app);
        await page.GotoAsync(address);
        await page.Look(name);
    }
}
