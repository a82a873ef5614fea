using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class VerbTests
{
    private const string Good = "目录名称,提供单位,更新频率\n婚姻登记,市民政局,每天\n低保对象,市民政局,每月\n";

    [Theory, Engines]
    public async Task A_file_is_imported_and_comes_again_without_a_change(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var file = await Write(services, "目录.csv", Good);
        var (code, output, _) = await VerbRun.Run(services, "import", file);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("写入：新增目录 2 个", output, StringComparison.Ordinal);
        var again = await Json(services, "import", file);
        Assert.Equal((ExitCode.Done, "checked", 2), (again.Code, Text(again.Import(0), "state"), again.Import(0).GetProperty("figures").GetProperty("same").GetInt32()));
    }

    [Theory, Engines]
    public async Task The_answer_as_JSON_has_a_stable_shape(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (code, answer) = await Json(services, "import", await Write(services, "目录.csv", Good), await Write(services, "空.csv", ""));
        Assert.Equal(ExitCode.Refused, code);
        Assert.Equal(["imports", "faults"], Names(answer));
        Assert.Equal(["file", "code", "field", "message"], Names(answer.GetProperty("faults")[0]));
        var import = answer.GetProperty("imports")[0];
        Assert.Equal(["id", "fileName", "state", "target", "edit", "stuck", "fileNotes", "figures", "notes", "columns", "spellings", "newProviders"], Names(import));
        Assert.Equal(
            ["rows", "new", "changed", "same", "joined", "repeats", "refused", "faultyCells", "resources", "items", "importable", "importableGood", "created", "updated", "overtaken", "kept", "spellingCount", "newProviderCount"],
            Names(import.GetProperty("figures")));
        Assert.Equal(["header", "field", "confidence"], Names(import.GetProperty("columns")[0]));
        Assert.Equal(["field", "from", "to", "count"], Names(import.GetProperty("spellings")[0]));
        Assert.Equal(("done", "published", "市民政局"), (Text(import, "state"), Text(import, "target"), import.GetProperty("newProviders")[0].GetString()));
    }

    [Theory, Engines]
    public async Task What_is_wrong_with_one_file_hides_nothing_of_the_others(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (code, output, error) = await VerbRun.Run(services, "import", await Write(services, "空.csv", ""), await Write(services, "目录.csv", Good));
        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith("空.csv: sheet.empty: ", error, StringComparison.Ordinal);
        Assert.Contains("目录.csv：已导入", output, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_dry_run_writes_the_report_and_nothing_into_the_catalogue(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var report = Path.Combine(run.Services.Options.DataFolder, "回执.csv");
        var file = await Write(run.Services, "目录.csv", "目录名称,提供单位,发布日期\n甲,市民政局,昨天\n乙,市民政局,2026-01-02\n丙,市民政局,2026-01-03\n");
        var (code, _, _) = await VerbRun.Run(run.Services, "import", file, "--dry-run", "--report", report);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("发布日期：发布日期不是一个日期。", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        Assert.Empty(await run.Visible());
    }

    [Theory, Engines]
    public async Task Sheet_kept_mapping_and_undo_are_the_same_as_on_the_pages(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var liaison = await run.Liaison("市民政局");
        await run.Keep("甲,乙\n婚姻登记,登记\n", "民政", liaison, (0, "name"), (1, "summary"));
        var book = Path.Combine(run.Services.Options.DataFolder, "目录.xlsx");
        await File.WriteAllBytesAsync(book, await RefusalTests.Workbook(
            RefusalTests.Sheet("大表", ["目录名称", "提供单位", "摘要"], ["一", "市民政局", "一"], ["二", "市民政局", "二"], ["三", "市民政局", "三"]), RefusalTests.Sheet("小表", ["甲", "丙"], ["低保对象", "无"])));
        var (code, answer) = await Json(run.Services, "import", book, "--sheet", "小表", "--mapping", "民政", "--provider", "市民政局");
        Assert.Equal((ExitCode.Done, "民政"), (code, Text(answer.GetProperty("imports")[0], "mapping")));
        Assert.Equal("保存的列对应“民政”里有 1 列这个文件没有：乙。", answer.GetProperty("imports")[0].GetProperty("fileNotes")[0].GetString());
        Assert.Equal("低保对象", Assert.Single(await run.Visible()).Name);
        var id = answer.GetProperty("imports")[0].GetProperty("id").ToString();
        Assert.Equal(ExitCode.Done, (await VerbRun.Run(run.Services, "import", "--undo", id)).Code);
        Assert.Empty(await run.Visible());
        Assert.Equal(ExitCode.Refused, (await VerbRun.Run(run.Services, "import", "--undo", id)).Code);
    }

    [Theory, Engines]
    public async Task A_job_that_a_server_takes_is_waited_for(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var file = await Write(services, "目录.csv", Good);
        await using var server = services.Scope();
        var verb = Task.Run(() => VerbRun.Run(services, "import", file));
        while (!verb.IsCompleted) await server.ServiceProvider.GetRequiredService<JobRunner>().RunDue(default);
        var (code, output, error) = await verb;
        Assert.True(code == ExitCode.Done, output + error);
        Assert.Contains("已导入", output, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_check_that_gives_up_is_no_success(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await services.With<Store>(store => store.Execute("DROP TABLE catalog_import_rows", default));
        var (code, answer) = await Json(services, "import", await Write(services, "目录.csv", Good));
        Assert.Equal(ExitCode.Refused, code);
        Assert.True(answer.GetProperty("imports")[0].GetProperty("stuck").GetBoolean());
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "目录.csv", "--undo", "7")]
    [InlineData("import", "目录.csv", "目录.csv", "--report", "回执.xlsx")]
    [InlineData("import", "目录.csv", "--report", "回执.docx")]
    public async Task Wrong_usage_is_told_before_anything_is_done(params string[] args)
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        var file = await Write(services, "目录.csv", Good);
        Assert.Equal(ExitCode.Usage, (await VerbRun.Run(services, [.. args.Select(a => a == "目录.csv" ? file : a)])).Code);
    }

    private static async Task<string> Write(TestServices services, string name, string content)
    {
        var path = Path.Combine(services.Options.DataFolder, name);
        await File.WriteAllTextAsync(path, content, new UTF8Encoding(false));
        return path;
    }

    private static async Task<Answer> Json(TestServices services, params string[] args)
    {
        var (code, output, _) = await VerbRun.Run(services, [.. args, "--json"]);
        return new(code, JsonDocument.Parse(output).RootElement);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private sealed record Answer(int Code, JsonElement Root)
    {
        public JsonElement Import(int place) => Root.GetProperty("imports")[place];
    }
}
