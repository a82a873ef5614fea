using System.Net;
using System.Text.Json.Nodes;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>Two editions side by side, and one beside today: as counts and changes, as a workbook, as JSON, on the command line.</summary>
public sealed class EditionComparisonTests
{
    [Theory, EnginesAndSuites]
    public async Task What_was_altered_and_taken_out_between_two_editions_is_told_with_before_and_after(Engine engine, string suite)
    {
        await using var services = await TestServices.CreateCity(engine, s => s.SignWith(suite));
        var world = new EditionWorld(services.Scope);
        var first = await world.Issued();
        Assert.Equal(0, (await Compare(world, first, 0, new())).Counts.Total);
        var (altered, removed) = await world.ChangeLists();
        var today = await Compare(world, first, 0, new());
        var second = await world.Issued();
        var both = await Compare(world, 0, second, new());
        Assert.Equal((first, second), (both.Before.Id, both.After.Id));
        Assert.Equal([("responsibility", 0L, 1L, 1L), ("negative", 0, 0, 0), ("demand", 0, 0, 0)], both.Counts.Lists.Select(l => (l.Name, l.Added, l.Removed, l.Altered)));
        Assert.Equal(today.Changes.Select(c => (c.Key, c.Kind, c.Unit)), both.Changes.Select(c => (c.Key, c.Kind, c.Unit)));
        var change = both.Changes.Single(c => c.Key == altered);
        Assert.Equal(("contact", "责任人和联系方式", "信息处 新电话 123"), (change.Fields.Single().Key, change.Fields.Single().Title, change.Fields.Single().After));
        Assert.Equal(removed, Assert.Single((await Compare(world, first, second, new(Kind: "Removed"))).Changes).Key);
        Assert.Empty((await Compare(world, first, second, new(List: "negative"))).Changes);
        Assert.Equal(change.Key, Assert.Single((await Compare(world, second, first, new(Unit: change.Unit, Kind: "Altered"))).Changes).Key);
        await Verb(services, first, second, altered);
    }

    [Theory, Engines]
    public async Task Today_is_read_from_one_moment(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var world = new EditionWorld(services.Scope);
        var first = await world.Issued();
        await world.ChangeLists();
        var seen = new List<string>();
        await services.With<CompareEditions>(async compare =>
        {
            await foreach (var change in compare.Run((await compare.Find(first, 0, EditionWorld.Authority, default)).Value, default))
            {
                seen.Add(change.List.Name);
                // Somebody takes another list out of force while the first is being compared.
                if (seen.Count == 1) await services.With<Store>(s => s.Execute("UPDATE records_lines SET to_at = from_at WHERE list = 'demand' AND to_at IS NULL", default));
            }
        });
        Assert.Equal(["responsibility", "responsibility"], seen);
        Assert.True((await Compare(world, first, 0, new(List: "demand"))).Fitting > 0);
    }

    [Fact]
    public async Task A_program_turns_through_the_changes_and_loses_none()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        var world = new EditionWorld(app.Scope);
        app.Person = EditionWorld.Authority;
        var first = await world.Issued();
        var (altered, removed) = await world.ChangeLists();
        var seen = new List<string>();
        for (var from = ""; from is not null;)
        {
            var page = JsonNode.Parse(await app.Http.GetStringAsync($"/api/v1/editions/compare?before={first}&limit=1&from={Uri.EscapeDataString(from)}"))!;
            Assert.Equal(2, (int)page["counts"]!["total"]!);
            seen.AddRange(page["items"]!.AsArray().Select(i => (string)i!["key"]!));
            from = (string?)page["next"];
        }
        Assert.Equal([altered, removed], seen);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/v1/editions/compare?before=1")).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_both_sides_and_its_workbook_has_them_too()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        var world = new EditionWorld(app.Scope);
        app.Person = EditionWorld.Authority;
        Assert.Contains("还没有已印发的版次", await app.Http.GetStringAsync("/editions/compare"), StringComparison.Ordinal);
        var first = await world.Issued();
        Assert.Contains("没有差别", await app.Http.GetStringAsync("/editions/compare"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"/editions/compare?after={first}")).StatusCode);
        var (altered, removed) = await world.ChangeLists();
        var page = await app.Http.GetStringAsync($"/editions/compare?before={first}");
        Assert.Contains("<ins>信息处 新电话 123</ins>", page, StringComparison.Ordinal);
        Assert.Contains(removed, page, StringComparison.Ordinal);
        Assert.DoesNotContain(altered, await app.Http.GetStringAsync($"/editions/compare?before={first}&kind=Removed"), StringComparison.Ordinal);
        using var book = new MemoryStream(await app.Http.GetByteArrayAsync($"/editions/compare/workbook?before={first}"));
        var texts = DocumentFile.Texts(book, DocumentKind.Xlsx).ToList();
        Assert.Contains("信息处 新电话 123", texts);
        Assert.Contains(removed, texts);
    }

    private static Task<ComparisonView> Compare(EditionWorld world, long before, long after, ComparisonFilter filter) =>
        world.With<ShowComparison, ComparisonView>(async s => (await s.Run(before, after, filter, 1, EditionWorld.Authority, default)).Value);

    private static async Task Verb(TestServices services, long first, long second, string altered)
    {
        var file = Path.Combine(Path.GetTempPath(), $"qingdan-diff-{Guid.NewGuid():n}.xlsx");
        try
        {
            var (code, output, error) = await VerbRun.Run(services, "edition", "diff", "1", "2", "--out", file, "--json");
            Assert.True(code == ExitCode.Done, error);
            Assert.Equal(2, (int)JsonNode.Parse(output)!["total"]!);
            await using var book = File.OpenRead(file);
            Assert.Contains(altered, DocumentFile.Texts(book, DocumentKind.Xlsx));
        }
        finally
        {
            File.Delete(file);
        }
        Assert.Equal(ExitCode.Done, (await VerbRun.Run(services, "edition", "diff", $"{first}", $"{second}")).Code);
        Assert.Equal(0, (int)JsonNode.Parse((await VerbRun.Run(services, "edition", "diff", "0", "2", "--json")).Output)!["total"]!);
        Assert.Equal(ExitCode.Refused, (await VerbRun.Run(services, "edition", "diff", "1", "9")).Code);
        Assert.Equal(ExitCode.Usage, (await VerbRun.Run(services, "edition", "diff", "0", "0")).Code);
    }
}
