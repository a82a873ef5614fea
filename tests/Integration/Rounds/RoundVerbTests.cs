using System.Text;
using System.Text.Json;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>What an office does by file, from the command line.</summary>
public sealed class RoundVerbTests
{
    [Theory, Engines]
    public async Task Workbooks_go_out_come_back_and_are_merged(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var folder = Path.Combine(world.Services.Options.DataFolder, "模板");
        var written = await Json(world, "template", "--round", $"{world.Round}", "--out", folder);
        Assert.Equal(["2026 责任清单 市民政局.xlsx", "2026 责任清单 市公安局.xlsx"], written.Root.GetProperty("files").EnumerateArray().Select(f => Path.GetFileName(f.GetProperty("file").GetString()!)).OrderBy(f => f.Contains("公安", StringComparison.Ordinal)));

        var filled = Path.Combine(folder, "2026 责任清单 市民政局.xlsx");
        await Fill(filled, b => b.Set(b.RowOf("婚姻登记信息"), "责任人", "信息处 张三"));
        var (code, output, _) = await Run(world, "return", filled, "--take");
        Assert.True(code == ExitCode.Done, output);
        Assert.Contains("读入 4 行：变更 1，新增 0，改名 0，删除 0，未变 3，有问题 0", output, StringComparison.Ordinal);
        Assert.Equal(ReportState.Filling, (await world.Report()).State);

        await world.Finish((await world.Report()).Id);
        await Decide(world);
        var merged = await Json(world, "merge", "--round", $"{world.Round}", "--out", Path.Combine(folder, "总表.xlsx"));
        Assert.Equal((ExitCode.Done, new FileInfo(Path.Combine(folder, "总表.xlsx")).Length), (merged.Code, merged.Root.GetProperty("bytes").GetInt64()));
        var board = await Run(world, "board", "--round", $"{world.Round}");
        Assert.Contains("应报 2，已报 1，未报 1，已退回 0，已通过 1", board.Output, StringComparison.Ordinal);
        Assert.Contains("市民政局　责任清单 已通过", board.Output, StringComparison.Ordinal);
        Assert.StartsWith($"{world.Round}  2026 年度三清单集中梳理", (await Run(world, "list")).Output, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Faults_are_printed_and_marked_in_the_receipt(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var folder = world.Services.Options.DataFolder;
        var (book, receipt) = (Path.Combine(folder, "一.xlsx"), Path.Combine(folder, "回执.xlsx"));
        Assert.Equal(ExitCode.Done, (await Run(world, "template", "--round", $"{world.Round}", "--unit", "市民政局", "--table", "责任清单", "--out", book)).Code);
        await Fill(book, b => b.Set(b.RowOf("低保对象信息"), "更新频率", "看情况"));
        var (code, output, error) = await Run(world, "return", book, "--receipt", receipt);
        Assert.True(code == ExitCode.Refused, output + error);
        Assert.Contains("低保对象信息：更新频率没有“看情况”这个选项", output, StringComparison.Ordinal);
        using var marked = new WorkbookEdit(await File.ReadAllBytesAsync(receipt));
        Assert.True(marked.IsRed(marked.RowOf("低保对象信息"), "更新频率"));
        // The others are good: they are taken, and the exit code still says that one is not.
        var taken = await Json(world, "return", book, "--take");
        Assert.Equal((ExitCode.Refused, "taken"), (taken.Code, taken.Root.GetProperty("returns")[0].GetProperty("state").GetString()));
    }

    [Theory, Engines]
    public async Task The_answer_as_JSON_has_a_stable_shape(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var folder = world.Services.Options.DataFolder;
        var (book, own) = (Path.Combine(folder, "一.xlsx"), Path.Combine(folder, "自己的.csv"));
        await Run(world, "template", "--round", $"{world.Round}", "--unit", "市民政局", "--out", book);
        await Fill(book, b => b.Set(b.RowOf("低保对象信息"), "更新频率", "看情况"));
        await File.WriteAllTextAsync(own, "数据,内容,属性\n殡葬服务信息,机构名称、地址,无条件共享\n", new UTF8Encoding(false));
        var answer = await Json(world, "return", book, own);
        Assert.Equal(ExitCode.Refused, answer.Code);
        Assert.Equal(["returns", "faults"], Names(answer.Root));
        var returned = answer.Root.GetProperty("returns")[0];
        Assert.Equal(["id", "reportId", "roundId", "unit", "table", "fileName", "state", "edit", "takes", "notes", "columns", "figures", "rows"], Names(returned));
        Assert.Equal(["rows", "same", "changed", "renamed", "added", "removed", "faulty", "faultyCells", "missing", "skipped", "hidden", "spelled", "spellings"], Names(returned.GetProperty("figures")));
        Assert.Equal(["number", "name", "change", "renamed", "faulty", "values", "was", "faults", "remarks"], Names(returned.GetProperty("rows")[0]));
        Assert.Equal(("自己的.csv", "records.collect.no-round"), (answer.Root.GetProperty("faults")[0].GetProperty("file").GetString(), answer.Root.GetProperty("faults")[0].GetProperty("code").GetString()));
        var told = await Json(world, "return", own, "--round", $"{world.Round}", "--unit", "市民政局", "--table", "责任清单");
        Assert.Equal((ExitCode.Refused, "unmapped"), (told.Code, told.Root.GetProperty("returns")[0].GetProperty("state").GetString()));
        Assert.Equal(["round", "daysLeft", "reports", "units", "unitsDone", "cells", "rows"], Names((await Json(world, "board", "--round", $"{world.Round}")).Root));
    }

    [Theory, Engines]
    public async Task What_is_not_there_is_refused_with_a_sentence(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var file = Path.Combine(world.Services.Options.DataFolder, "x.xlsx");
        Assert.StartsWith("records.round.not-found", (await Run(world, "board", "--round", "7")).Error, StringComparison.Ordinal);
        Assert.StartsWith("records.merge.none", (await Run(world, "merge", "--round", $"{world.Round}", "--out", file)).Error, StringComparison.Ordinal);
        Assert.StartsWith("records.template.one-file", (await Run(world, "template", "--round", $"{world.Round}", "--out", file)).Error, StringComparison.Ordinal);
        Assert.Equal(["records.round.unit", "records.round.table"], (await Run(world, "template", "--round", $"{world.Round}", "--unit", "没有的局", "--table", "没有的表", "--out", file)).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':')[0]));
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("template", "--out", "x.xlsx")]
    [InlineData("return")]
    [InlineData("return", "FILE", "--unit", "市民政局")]
    [InlineData("return", "FILE", "FILE", "--receipt", "x.xlsx")]
    public async Task Wrong_usage_is_told_before_anything_is_done(params string[] args)
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        var file = Path.Combine(services.Options.DataFolder, "x.csv");
        await File.WriteAllTextAsync(file, "");
        Assert.Equal(ExitCode.Usage, (await VerbRun.Run(services, ["round", .. args.Select(a => a == "FILE" ? file : a)])).Code);
    }

    private static async Task Fill(string path, Action<WorkbookEdit> fill)
    {
        using var book = new WorkbookEdit(await File.ReadAllBytesAsync(path));
        fill(book);
        await File.WriteAllBytesAsync(path, book.Save());
    }

    private static async Task Decide(RoundWorld world)
    {
        var report = await world.Report();
        Assert.Empty((await world.Services.With<SignReport, Result<Done>>(s => s.Run(report.Id, report.Edit, new SignOffInput(true, ""), "", world.Head, default))).Faults);
        report = await world.Report();
        Assert.Empty((await world.Services.With<DecideReport, Result<Done>>(d => d.Run(report.Id, report.Edit, true, "", world.Centre, default))).Faults);
    }

    private static Task<(int Code, string Output, string Error)> Run(RoundWorld world, params string[] args) => VerbRun.Run(world.Services, ["round", .. args]);

    private static async Task<(int Code, JsonElement Root)> Json(RoundWorld world, params string[] args)
    {
        var (code, output, _) = await Run(world, [.. args, "--json"]);
        return (code, JsonDocument.Parse(output).RootElement);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
