using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary><c>demand import</c>: drafts of a unit from the command line, the shape of what it prints, and its receipt.</summary>
public sealed class DemandImportVerbTests
{
    private const string Table = """
        需求名称,数据项,拟提供单位,应用场景,使用时限起,使用时限止,个人信息
        门牌变更,门牌号、变更日期,示例市公安局,核对地址,2027-01-05,2028-12-31,不含
        点位,编号,没有的单位,看点位,2027-01-05,2028-12-31,不含
        """;

    [Theory, Engines]
    public async Task Drafts_are_made_once_and_what_is_wrong_is_told_with_exit_code_one(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        _ = (await services.Unit("示例市住建委"), await services.Unit("示例市公安局"));
        var folder = Directory.CreateTempSubdirectory("qingdan-demand");
        try
        {
            var (file, receipt) = (Path.Combine(folder.FullName, "需求.csv"), Path.Combine(folder.FullName, "回执.xlsx"));
            await File.WriteAllTextAsync(file, Table);
            var dry = await VerbRun.Run(services, "demand", "import", file, "--unit", "示例市住建委", "--dry-run", "--receipt", receipt, "--json");
            Assert.Equal((ExitCode.Refused, 0), (dry.Code, await Drafts(services)));
            Assert.True(new FileInfo(receipt).Length > 0);
            var run = await VerbRun.Run(services, "demand", "import", file, "--unit", "示例市住建委", "--json");
            Assert.Equal((ExitCode.Refused, 1), (run.Code, await Drafts(services)));
            var import = JsonNode.Parse(run.Output)!["imports"]![0]!.AsObject();
            Assert.Equal(["id", "fileName", "taken", "edit", "made", "changed", "figures", "columns", "demands"], import.Select(p => p.Key));
            Assert.Equal("""{"new":1,"changed":0,"same":0,"underWay":0,"faulty":1}""", import["figures"]!.ToJsonString());
            Assert.Equal("""{"header":"需求名称","field":"name"}""", Plain(import["columns"]![0]!));
            Assert.Equal(["row", "name", "provider", "items", "kind", "owed", "faults"], import["demands"]![1]!.AsObject().Select(p => p.Key));
            Assert.Equal("""{"row":3,"header":"拟提供单位","field":"provider","code":"lists.demand.import.provider","message":"没有叫“没有的单位”的单位；不清楚的请写“不明确”。"}""", Plain(import["demands"]![1]!["faults"]![0]!));
            await VerbRun.Run(services, "demand", "import", file, "--unit", "示例市住建委");
            Assert.Equal(1, await Drafts(services));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_column_is_corrected_by_its_header_and_a_wrong_word_is_wrong_usage()
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        _ = await services.Unit("示例市住建委");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            await File.WriteAllTextAsync(file, "甲,数据项\n门牌变更,门牌号\n");
            Assert.Equal(ExitCode.Usage, (await VerbRun.Run(services, "demand", "import", file)).Code);
            Assert.Equal(ExitCode.Usage, (await VerbRun.Run(services, "demand", "import", file, "--unit", "示例市住建委", "--map", "甲")).Code);
            Assert.Equal(ExitCode.Refused, (await VerbRun.Run(services, "demand", "import", file, "--unit", "没有这个局")).Code);
            Assert.Contains("lists.demand.import.no-header", (await VerbRun.Run(services, "demand", "import", file, "--unit", "示例市住建委", "--map", "乙=name")).Error, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Done, (await VerbRun.Run(services, "demand", "import", file, "--unit", "示例市住建委", "--map", "甲=name")).Code);
            Assert.Equal(1, await Drafts(services));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Plain(JsonNode node) => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static Task<int> Drafts(TestServices services) => services.With<Store, int>(s => s.Set<Demand>().CountAsync());
}
