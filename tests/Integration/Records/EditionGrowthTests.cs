using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Records.Editions.Tables;
using Qingdan.Records.Lines;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>A list that grows beyond what a page or a document holds: what is not shown is told, and the workbook has it.</summary>
public sealed class EditionGrowthTests
{
    private const int Many = 2_300;

    [Theory, Engines]
    public async Task Of_many_changes_the_page_holds_a_bounded_number_and_tells_how_many_there_are(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var world = new EditionWorld(services.Scope);
        var first = await world.Issued();
        await Grow(services);
        var page = await Page(world, first, 1);
        Assert.Equal((Many, ShowComparison.Most, (long)Many), (page.Fitting, page.Kept, page.Counts.Total));
        Assert.Equal(ShowComparison.Size, page.Changes.Count);
        Assert.Equal(ShowComparison.Size, (await Page(world, first, ShowComparison.Most / ShowComparison.Size)).Changes.Count);
        Assert.Empty((await Page(world, first, (ShowComparison.Most / ShowComparison.Size) + 1)).Changes);
        Assert.Empty((await Page(world, first, int.MaxValue)).Changes);
        using var book = new MemoryStream();
        Assert.True((await world.With<WriteComparison, Result<ComparisonCounts>>(w => w.Run(first, 0, new ComparisonFilter(), book, EditionWorld.Authority, default))).Ok);
        Assert.Equal(Many, DocumentFile.Texts(book, DocumentKind.Xlsx).Count(t => t.StartsWith("G-", StringComparison.Ordinal)));
    }

    [Theory, Engines]
    public async Task An_archive_of_many_stretches_is_compared_with_today(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Grow(services, new string('字', 1_500));
        var world = new EditionWorld(services.Scope);
        var id = await world.Issued();
        Assert.True((await world.View(id)).Files[^1].Bytes > 8_000_000);
        await services.With<Store>(s => s.Execute("UPDATE records_lines SET content = replace(content, '条目2299', '改名') WHERE key = 'G-002299'", default));
        Assert.Equal(Key(Many - 1), Assert.Single((await Page(world, id, 1)).Changes).Key);
    }

    [Fact]
    public async Task Of_a_long_list_the_document_has_the_beginning_and_says_so_and_the_workbook_all()
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        await Grow(services);
        var world = new EditionWorld(services.Scope);
        var id = await world.Issued();
        using var document = new MemoryStream();
        using var book = new MemoryStream();
        await using var scope = services.Scope();
        var tables = (await scope.ServiceProvider.GetRequiredService<OpenTables>().Run(id, 0, EditionWorld.Authority, default)).Value;
        await scope.ServiceProvider.GetRequiredService<EditionDocument>().Run(tables, document, default);
        await scope.ServiceProvider.GetRequiredService<WriteEditionBook>().Run(tables, book, default);
        var texts = DocumentFile.Texts(document, DocumentKind.Docx).ToList();
        Assert.Equal(2_000, texts.Count(t => t.StartsWith("G-", StringComparison.Ordinal)));
        Assert.Contains("共 2,300 条，本文件只列前 2,000 条，其余 300 条见工作簿。", texts);
        Assert.Equal(Many, DocumentFile.Texts(book, DocumentKind.Xlsx).Count(t => t.StartsWith("G-", StringComparison.Ordinal)));
    }

    private static Task<ComparisonView> Page(EditionWorld world, long before, int page) =>
        world.With<ShowComparison, ComparisonView>(async s => (await s.Run(before, 0, new ComparisonFilter(), page, EditionWorld.Authority, default)).Value);

    private static Task Grow(TestServices services, string more = "") => services.With<Store>(store => store.InsertMany([.. Enumerable.Range(0, Many).Select(i => new ListLine
    {
        Id = i + 1, List = "responsibility", EntryId = i + 1, Key = Key(i), UnitId = 1, FromAt = services.Clock.GetUtcNow(),
        Content = CanonicalJson.Of(new JsonObject { ["key"] = Key(i), ["unit"] = $"单位{i % 7}", ["name"] = $"条目{i}", ["note"] = more }),
    })], default));

    private static string Key(int i) => $"G-{i.ToString("D6", CultureInfo.InvariantCulture)}";
}
