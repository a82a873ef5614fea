using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Acceptance;

/// <summary>The catalogues that units really have, dirt included, through the import as a new user takes them.</summary>
public sealed class ImportTests
{
    [Theory, Engines]
    public async Task Shanghai_comes_in_whole_and_a_second_time_changes_nothing(Engine engine)
    {
        await using var data = await RealData.Start(engine);
        var first = await data.Import(RealData.File("cn-portals-2023/shanghai.xlsx"));
        Assert.Equal((3571, 1770, 1792, 0), (Figure(first, "rows"), Figure(first, "created"), Figure(first, "repeats"), Figure(first, "refused")));
        Assert.All(first.GetProperty("columns").EnumerateArray(), column => Assert.True(column.TryGetProperty("field", out _), $"{column}"));
        var again = await data.Import(RealData.File("cn-portals-2023/shanghai.xlsx"));
        Assert.Equal((1770, 0, 0), (Figure(again, "same"), Figure(again, "created"), Figure(again, "updated")));
        // The same catalogue as the portal's own JSON, with other headers: known, row by row.
        var json = await data.Import(RealData.File("cn-portals-2023/raw/shanghai_shanghai.json"));
        Assert.Equal((1770, 0), (Figure(json, "same"), Figure(json, "importable")));
    }

    [Theory]
    [InlineData("anhui.csv", 1224)]
    [InlineData("guizhou.csv", 10963)]
    [InlineData("zhejiang.csv", 9340)]
    public async Task A_province_comes_in_with_its_columns_recognised(string file, int rows)
    {
        await using var data = await RealData.Start(Engine.Sqlite);
        var answer = await data.Import(RealData.File($"cn-portals-2023/combined/{file}"), "--provider", "未写明单位的数据");
        Assert.Equal((rows, 0), (Figure(answer, "rows"), Figure(answer, "refused")));
        Assert.True(Figure(answer, "created") > 0);
        var fields = answer.GetProperty("columns").EnumerateArray().Where(c => c.TryGetProperty("field", out _)).Select(c => c.GetProperty("field").GetString()).ToList();
        foreach (var field in new[] { "name", "provider", "summary", "theme", "frequency", "openType", "formats", "dataUpdatedOn" }) Assert.Contains(field, fields);
    }

    // Jiangsu and Zhejiang write in the column of the open type for what, and where, the data are opened: that stays undetermined, with its wording.
    [Theory]
    [InlineData("anhui.csv", "更新频率", "开放属性")]
    [InlineData("guangxi.csv", "更新频率", "开放属性")]
    [InlineData("guizhou.csv", "更新频率", "开放属性")]
    [InlineData("jiangsu.csv", "更新频率")]
    [InlineData("shanghai.csv", "更新频率", "开放属性")]
    [InlineData("sichuan.csv", "更新频率", "开放属性")]
    [InlineData("zhejiang.csv", "更新频率")]
    public async Task Nearly_every_spelling_of_a_domain_is_understood(string file, params string[] fields)
    {
        await using var data = await RealData.Start(Engine.Sqlite);
        var answer = await data.Import(RealData.File($"cn-portals-2023/combined/{file}"), "--provider", "未写明单位的数据", "--dry-run");
        var unknown = answer.GetProperty("spellings").EnumerateArray().Where(s => fields.Contains(s.GetProperty("field").GetString()) && !s.TryGetProperty("to", out _)).ToList();
        Assert.True(unknown.Sum(s => s.GetProperty("count").GetInt32()) * 200 < Figure(answer, "rows"), string.Join('\n', unknown));
    }

    [Fact]
    public async Task A_county_in_Big5_comes_in_with_its_fields_as_items()
    {
        await using var data = await RealData.Start(Engine.Sqlite);
        var answer = await data.Import(RealData.File("tw-counties-2018/raw/01_taipei.big5.csv"));
        Assert.Equal(1127, Figure(answer, "rows"));
        Assert.True(Figure(answer, "created") > 1000 && Figure(answer, "items") > 5000, $"{answer}");
        var hits = await data.Run("search", "停車場");
        Assert.True(hits.GetProperty("total").GetInt32() > 0);
        Assert.Equal(hits.GetProperty("total").GetInt32(), (await data.Run("search", "停车场")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Old_workbooks_English_and_the_portals_own_JSON_come_in()
    {
        await using var data = await RealData.Start(Engine.Sqlite);
        foreach (var file in RealData.Files("cn-portals-2023/raw", "*.json").Append(RealData.Files("tw-counties-2018/xls", "*.xls")[0]).Append(RealData.File("hk-2018-en/2018-06-04_en.csv")))
        {
            var answer = await data.Import(file, "--provider", "宁波市大数据局");
            Assert.True(Figure(answer, "created") + Figure(answer, "same") > 0, $"{file}: {answer.GetProperty("figures")}");
            Assert.True(Figure(answer, "refused") * 20 < Figure(answer, "rows"), $"{file}: {answer.GetProperty("notes")}");
        }
    }

    private static int Figure(JsonElement answer, string name) => answer.GetProperty("figures").GetProperty(name).GetInt32();
}
