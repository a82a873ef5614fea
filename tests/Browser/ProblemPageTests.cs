using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

public sealed class ProblemPageTests(Chromium chromium)
{
    [Theory]
    [InlineData("/nothing", 404)]
    [InlineData(TestApp.BugPath, 500)]
    public async Task What_went_wrong_is_said_in_words(string path, int status)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("赵琳", "市住建委", Roles.Liaison));
        var page = await chromium.Window(app);
        foreach (var language in new[] { "zh", "en" })
        {
            var answer = await page.GotoAsync($"{path}?lang={language}");
            Assert.Equal(status, answer!.Status);
            await page.Look($"problem-{status}-{language}");
        }
    }

    [Fact]
    public async Task A_visitor_sees_it_too()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        var page = await chromium.Window(app);
        await page.GotoAsync("/nothing");
        await page.Look("problem-visitor");
    }
}
