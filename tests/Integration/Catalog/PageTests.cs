using System.Net;
using Qingdan.Platform.Database;
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
    [InlineData("/")]
    public async Task A_page_answers(string path)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        using var answer = await app.Http.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {answer.Headers} {await answer.Content.ReadAsStringAsync()}");
    }
}
