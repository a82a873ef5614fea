using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>An edition and its opinions as files for people.</summary>
public sealed class EditionTableTests
{
    [Theory, Engines]
    public async Task An_edition_and_the_table_of_opinions_come_as_workbook_document_and_print_page(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var world = new EditionWorld(app.Scope);
        app.Person = EditionWorld.Authority;
        var id = await world.Consulted();
        var opinion = await world.Say(id, TestPerson.Of("王敏", "市民政局", Roles.Liaison), "第三条的依据已经修订。");
        // Kept before such signs were refused; no document can hold it.
        await world.With<Store, int>(s => s.Execute("UPDATE records_edition_opinions SET text = @text WHERE id = @id", default, ("text", "第三条的依据\u0001已经修订。"), ("id", opinion)));
        await world.Answer(id, opinion, "Partly", "改依据，条目保留。");
        foreach (var (path, kind) in new[] { ("opinions/workbook", DocumentKind.Xlsx), ("opinions/document", DocumentKind.Docx) })
        {
            var texts = await Texts(app, $"/editions/{id}/1/{path}", kind);
            Assert.Contains("第三条的依据已经修订。", texts);
            Assert.Contains("部分采纳", texts);
            Assert.Contains("改依据，条目保留。", texts);
            Assert.Contains(texts, t => t.Contains("未反馈", StringComparison.Ordinal));
        }
        var list = (await world.View(id)).Files.Single().Lists[0];
        foreach (var at in new[] { "", "/api/v1" })
            foreach (var (path, kind) in new[] { ("workbook", DocumentKind.Xlsx), ("document", DocumentKind.Docx) })
            {
                var texts = await Texts(app, $"{at}/editions/{id}/1/{path}", kind);
                Assert.Contains("示例市公共数据三清单", texts);
                // The head of the list, and a row for each entry: numbers of the responsibility list begin so.
                Assert.Contains("责任编号", texts);
                Assert.Equal(list.Count, texts.Count(t => t.StartsWith("ZR", StringComparison.Ordinal)));
            }
        Assert.Contains("征求意见稿（第 1 轮）", await app.Http.GetStringAsync($"/editions/{id}/1/print"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Http.GetAsync($"/api/v1/editions/{id}/2/opinions/workbook")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await app.Http.GetAsync($"/api/v1/editions/{id}/0/workbook")).StatusCode);
    }

    [Fact]
    public async Task A_unit_gets_its_own_part_of_the_opinions()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        var world = new EditionWorld(app.Scope);
        var id = await world.Consulted();
        await world.Say(id, new Actor(1, "王敏", 1, "市民政局", new HashSet<string> { Roles.Liaison }), "甲的意见");
        await world.Say(id, new Actor(2, "赵强", 2, "市公安局", new HashSet<string> { Roles.Liaison }), "乙的意见");
        app.Person = new Actor(2, "赵强", 2, "市公安局", new HashSet<string> { Roles.Liaison });
        var texts = await Texts(app, $"/editions/{id}/1/opinions/workbook", DocumentKind.Xlsx);
        Assert.Contains("乙的意见", texts);
        Assert.DoesNotContain("甲的意见", texts);
    }

    private static async Task<List<string>> Texts(TestApp app, string path, DocumentKind kind)
    {
        using var content = new MemoryStream(await app.Http.GetByteArrayAsync(path));
        Assert.Equal(kind, DocumentFile.KindOf(content));
        return [.. DocumentFile.Texts(content, kind)];
    }
}
