using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

/// <summary>How often a page asks the store, counted by the traces of the driver for PostgreSQL; the pages ask both stores alike.</summary>
public sealed class StatementTests
{
    private const int Most = 8;

    private static readonly string[] Pages =
    [
        "/catalog",
        "/catalog?q=信息 登记&share=Conditional&sort=unit",
        "/lists/responsibilities?tab=Candidate",
        "/lists/responsibilities?q=信息&share=Conditional&sort=-name",
        "/lists/changes",
        "/lists/history?unit=1&q=信息",
        "/lists/demands?q=信息&kind=in",
        "/lists/demands/repeats",
        "/lists/reviews",
        "/lists/impact",
        "/workflow/cases",
        "/workflow/disputes",
        "/workflow/meetings",
        "/workflow/overview",
        "/workflow/notices",
        "/workflow/orders",
        "/workflow/deliveries",
        "/workflow/inbox/waiting",
        "/workflow/inbox/handled",
        "/workflow/inbox/ended",
        "/workflow/inbox/followed",
        "/workflow/objections",
        "/workflow/updates",
        "/workflow/refusals",
        "/workflow/collected",
        "/lists/negatives?tab=Candidate&level=none",
        "/findings?severity=Warning",
        "/findings",
        "/editions",
        "/editions/compare",
        "/exchange/mounts", "/exchange/applications", "/exchange/grants", "/exchange/usage", "/exchange/usage?by=unused", "/exchange/calls", "/exchange/reports",
    ];

    [Fact]
    public async Task A_page_of_catalogue_or_lists_asks_the_store_eight_times_at_most()
    {
        await using var app = await TestApp.StartCity(Engine.Postgres);
        await app.SignIn("data-centre", "Qingdan-Demo-2026");
        var edition = await new EditionWorld(app.Scope).Issued();
        var asked = new List<(string Page, int Statements)>();
        foreach (var page in (string[])[.. Pages, $"/editions/{edition}", $"/editions/{edition}/0/responsibility", $"/editions/{edition}/0/print", $"/editions/compare?before={edition}"])
        {
            (await app.Http.GetAsync(page)).EnsureSuccessStatusCode();
            asked.Add((page, await StatementCount.Of(async () => (await app.Http.GetAsync(page)).EnsureSuccessStatusCode())));
        }
        Assert.Equal([], asked.FindAll(a => a.Statements is < 2 or > Most));
    }
}
