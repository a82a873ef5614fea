using System.Net;
using System.Net.Http.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class PageTests
{
    [Theory]
    [InlineData("/catalog")]
    [InlineData("/catalog/new")]
    [InlineData("/catalog/export")]
    [InlineData("/catalog/print")]
    [InlineData("/editions")]
    [InlineData("/editions/compare")]
    [InlineData("/")]
    [InlineData("/todo")]
    [InlineData("/lists/demands/new?outside=1")]
    [InlineData("/lists/demands/items-template")]
    [InlineData("/lists/demands/import")]
    [InlineData("/lists/demands/import/template")]
    [InlineData("/workflow/notices")]
    [InlineData("/workflow/updates")]
    [InlineData("/workflow/updates/new")]
    [InlineData("/workflow/updates/flow")]
    [InlineData("/workflow/refusals")]
    [InlineData("/lists/reviews")]
    [InlineData("/lists/impact")]
    [InlineData("/lists/impact/new?q=婚姻")]
    [InlineData("/lists/negatives?review=Repealed")]
    [InlineData("/workflow/notices/settings")]
    [InlineData("/workflow/orders")]
    [InlineData("/workflow/orders?tab=Late")]
    [InlineData("/workflow/inbox/waiting")]
    [InlineData("/workflow/inbox/handled")]
    [InlineData("/workflow/inbox/ended")]
    [InlineData("/workflow/inbox/followed")]
    [InlineData("/workflow/notices?unread=true&before=x")]
    public async Task A_page_answers(string path)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        using var answer = await app.Http.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {answer.Headers} {await answer.Content.ReadAsStringAsync()}");
    }

    [Theory]
    [InlineData("/catalog")]
    [InlineData("/catalog/imports")]
    [InlineData("/lists/responsibilities")]
    [InlineData("/lists/negatives")]
    [InlineData("/lists/demands")]
    [InlineData("/lists/demands/repeats")]
    [InlineData("/editions")]
    [InlineData("/lists/changes")]
    [InlineData("/lists/changes/rules")]
    [InlineData("/lists/history")]
    [InlineData("/lists/history?list=negative&on=2026-11-01&q=x")]
    [InlineData("/lists/availability")]
    [InlineData("/editions/compare")]
    [InlineData("/workflow/cases")]
    [InlineData("/workflow/flow")]
    [InlineData("/workflow/disputes")]
    [InlineData("/workflow/meetings")]
    [InlineData("/workflow/meetings/new")]
    [InlineData("/workflow/overview")]
    [InlineData("/workflow/objections")]
    [InlineData("/workflow/updates")]
    [InlineData("/workflow/collected")]
    [InlineData("/workflow/returned")]
    [InlineData("/workflow/collected/import")]
    [InlineData("/workflow/collected/import/template")]
    [InlineData("/workflow/returned/import")]
    [InlineData("/exchange/mounts")]
    [InlineData("/exchange/applications")]
    [InlineData("/exchange/applications/new")]
    [InlineData("/exchange/grants")]
    [InlineData("/exchange/grants?tab=Unbound")]
    [InlineData("/exchange/usage")]
    [InlineData("/exchange/usage?by=refused&days=90")]
    [InlineData("/exchange/usage/export")]
    [InlineData("/exchange/calls")]
    [InlineData("/exchange/calls?result=Refused&day=2026-11-20")]
    [InlineData("/exchange/reports")]
    [InlineData("/exchange/reports/document")]
    [InlineData("/organizations")]
    public async Task A_page_beyond_the_last_is_empty_and_no_fault(string path)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("王敏", "市民政局", Roles.Liaison, Roles.DataCentre));
        foreach (var page in new[] { int.MaxValue, 45_000_000 })
            Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync($"{path}?page={page}")).StatusCode);
    }

    [Fact]
    public async Task What_is_found_in_another_script_is_marked_as_it_stands()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        (await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", CatalogWorld.Complete with { Name = "公共数据ＡＢ目录" }, JsonText.Readable)).Dispose();
        var page = await app.Http.GetStringAsync("/catalog?q=數據ab");
        Assert.Contains("公共<mark>数据ＡＢ</mark>目录", page, StringComparison.Ordinal);
    }
}
