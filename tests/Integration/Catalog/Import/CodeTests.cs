using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

/// <summary>The two codes of what is imported: given, kept, counted, and found by.</summary>
public sealed class CodeTests
{
    [Theory, Engines]
    public async Task Codes_are_given_where_the_unit_has_one_and_never_twice(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Coded("市水务局");
        await run.Whole("目录代码,目录名称,提供单位\n002438161/000007,甲,市水务局\n,乙,市水务局\n,丙,市水务局\n");
        Assert.Equal(["002438161/000007", "002438161/000008", "002438161/000009"], (await run.Visible()).Select(r => r.Code));
        Assert.Equal(["307009002438161/000007", "307009002438161/000008", "307009002438161/000009"], (await run.Visible()).Select(r => r.NationalCode));
    }

    [Theory, Engines]
    public async Task What_was_imported_is_found_by_the_code_it_was_given(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Coded("市水务局");
        await run.Whole("目录名称,提供单位\n甲,市水务局\n乙,市水务局\n");
        Assert.Equal(["乙"], await Found(run, "002438161/000002"));
    }

    [Theory, Engines(ImportTarget.Published), Engines(ImportTarget.Draft)]
    public async Task What_a_later_file_gives_a_code_is_found_by_it(Engine engine, ImportTarget target)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Whole("目录名称,提供单位\n甲,市水务局\n");
        await run.Whole("目录代码,目录名称,提供单位\n002438161/000005,甲,市水务局\n", target: target);
        Assert.Equal(["甲"], await Found(run, "002438161/000005"));
    }

    [Theory, Engines]
    public async Task A_number_that_a_later_file_brought_is_not_given_again(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Coded("市水务局");
        await run.Whole("目录名称,提供单位\n甲,市水务局\n", target: ImportTarget.Draft);
        await run.Whole("目录代码,目录名称,提供单位\n002438161/000001,甲,市水务局\n", target: ImportTarget.Draft);
        Assert.Equal(ImportState.Done, (await run.Whole("目录名称,提供单位\n乙,市水务局\n")).State);
        Assert.Equal(["002438161/000001", "002438161/000002"], (await run.Visible()).Select(r => r.Code));
    }

    [Theory, Engines]
    public async Task Nor_is_one_that_stands_in_a_national_code(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Coded("市水务局");
        await run.Whole("国家目录代码,目录名称,提供单位\n307009002438161/000001,甲,市水务局\n307001/ABC,乙,市水务局\n", target: ImportTarget.Draft);
        Assert.Equal(ImportState.Done, (await run.Whole("目录名称,提供单位\n丙,市水务局\n")).State);
        Assert.Equal("307009002438161/000002", (await run.Visible()).Single(r => r.Name == "丙").NationalCode);
    }

    [Theory, Engines]
    public async Task Of_two_rows_with_one_national_code_the_second_is_refused_and_the_rest_comes_in(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var batch = await run.Whole("国家目录代码,目录名称,提供单位\n307001/000001,甲,市水务局\n307001/000001,乙,市水务局\n307001/000002,丙,市水务局\n");
        Assert.Equal((ImportState.Done, 2, 1), (batch.State, batch.ReadSummary().Created, batch.ReadSummary().Refused));
        Assert.Equal(" catalog.import.code.twice ", (await run.Rows(batch.Id))[1].Codes);
    }

    [Theory, Engines]
    public async Task Publishing_a_draft_keeps_the_code_of_the_file_and_adds_the_one_it_lacks(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Coded("市水务局");
        const string Csv = "目录代码,国家目录代码,目录名称,提供单位\n,307001/000009,甲,市水务局\n002438161/000004,,乙,市水务局\n";
        await run.Whole(Csv, target: ImportTarget.Draft);
        await run.Whole(Csv);
        Assert.Equal(
            [("002438161/000005", "307001/000009"), ("002438161/000004", "307009002438161/000004")],
            (await run.Visible()).Select(r => (r.Code, r.NationalCode)));
    }

    [Theory, Engines]
    public async Task So_does_the_review(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await run.Coded("市水务局");
        await run.Whole("目录代码,国家目录代码,目录名称,提供单位\n,307001/000009,甲,市水务局\n002438161/000004,,乙,市水务局\n,307009002438161/000006,丙,市水务局\n002438161/000006,,丁,市水务局\n", target: ImportTarget.Draft);
        await run.Services.With<Store>(store => store.Execute("UPDATE catalog_resources SET state = 'InReview'", default));
        foreach (var row in await run.Visible())
            Assert.True((await run.Services.With<ReviewResource, Result<Done>>(review => review.Run(row.Id, row.Edit, new SignOffInput(true, "同意"), ImportRun.Centre, default))).Ok);
        // 丙 has the national code that would go with the one of 丁.
        Assert.Equal(
            [("002438161/000007", "307001/000009"), ("002438161/000004", "307009002438161/000004"), ("002438161/000008", "307009002438161/000006"), ("002438161/000006", null)],
            (await run.Visible()).Select(r => (r.Code, r.NationalCode)));
    }

    private static async Task<IEnumerable<string>> Found(ImportRun run, string text) =>
        (await run.Services.With<BrowseCatalog, CatalogPage>(browse => browse.Page(new CatalogQuery { Text = text }, ImportRun.Centre, default))).Rows.Select(r => r.Name);
}
