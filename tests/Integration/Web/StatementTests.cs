using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

/// <summary>How often a page asks the store, counted by the traces of the driver for PostgreSQL; the pages ask both stores alike.</summary>
public sealed class StatementTests
{
    private const int Most = 8;

    [Theory]
    [InlineData("/catalog")]
    [InlineData("/catalog?q=信息 登记&share=Conditional&sort=unit")]
    [InlineData("/lists/responsibilities?tab=Candidate")]
    [InlineData("/lists/responsibilities?q=信息&share=Conditional&sort=-name")]
    [InlineData("/lists/changes")]
    [InlineData("/lists/demands?q=信息&kind=in")]
    [InlineData("/lists/demands/repeats")]
    [InlineData("/workflow/cases")]
    [InlineData("/workflow/disputes")]
    [InlineData("/workflow/meetings")]
    [InlineData("/workflow/overview")]
    [InlineData("/workflow/notices")]
    [InlineData("/workflow/orders")]
    [InlineData("/workflow/deliveries")]
    [InlineData("/workflow/inbox/waiting")]
    [InlineData("/workflow/inbox/handled")]
    [InlineData("/workflow/inbox/ended")]
    [InlineData("/workflow/inbox/followed")]
    [InlineData("/workflow/objections")]
    [InlineData("/workflow/updates")]
    [InlineData("/workflow/collected")]
    [InlineData("/lists/negatives?tab=Candidate&level=none")]
    [InlineData("/findings?severity=Warning")]
    [InlineData("/findings")]
    public async Task A_page_of_catalogue_or_lists_asks_the_store_eight_times_at_most(string page)
    {
        await using var app = await TestApp.StartCity(Engine.Postgres);
        await app.SignIn("data-centre", "Qingdan-Demo-2026");
        (await app.Http.GetAsync(page)).EnsureSuccessStatusCode();
        var statements = await StatementCount.Of(async () => (await app.Http.GetAsync(page)).EnsureSuccessStatusCode());
        Assert.InRange(statements, 2, Most);
    }
}
