using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>A city's year: its first edition, more than thirty changes of every kind, a repealed basis, an impact analysis, the second edition, what differs, and its verification elsewhere.</summary>
public sealed partial class YearTests(Chromium chromium)
{
    private const string Law = "全国人口普查条例";

    [Fact]
    public async Task A_city_goes_from_its_first_edition_to_its_second()
    {
        await using var city = await DemoCity.Start(Qingdan.Standards.Contracts.Roles.Authority, "市数据局");
        var (year, page) = (await CityYear.Of(city), await chromium.Window(city.App));
        var first = await year.Issue("首次印发。", ("示数纪要〔2026〕8号", "示数发〔2026〕30号"));

        city.App.Clock.Advance(TimeSpan.FromDays(60));
        var added = await year.Add(20);
        var altered = await Revise(year, page, city);
        var removed = await WithdrawAndAsk(year, page, city);
        await Repeal(year, page, city);
        await Analyse(year);

        city.App.Clock.Advance(TimeSpan.FromDays(240));
        var second = await year.Issue("年度修订。", ("示数纪要〔2027〕6号", "示数发〔2027〕21号"), "机动车登记信息的更新频率应为每月，请按实际改。");
        var counts = (await year.Get(year.Authority, $"/api/v1/editions/compare?before={first}&after={second}")).GetProperty("counts");
        Assert.Equal((added, removed.Count, altered.Except(removed).Count()), Of(counts, "responsibility"));
        // One removed, the other kept by the review until its next one.
        Assert.Equal((0, 1, 1), Of(counts, "negative"));
        await page.GotoAsync($"/editions/compare?before={first}&after={second}");
        await page.Look("year-compared");
        Assert.Equal(added + altered.Union(removed).Count() + 2, await Rows(page));
        await page.GotoAsync($"/editions/{second}");
        await page.Look("year-second");
        await page.GotoAsync("/lists/history?list=responsibility&on=2026-11-24");
        await page.Look("year-history");
        foreach (var edition in new[] { first, second }) await VerifyElsewhere(city, edition);
    }

    // The rows altered: five resources get another system, which a kept rule confirms; three another frequency, which people do: two at once and one by itself.
    private static async Task<List<long>> Revise(CityYear year, IPage page, DemoCity city)
    {
        await year.KeepRule("来源系统");
        var rows = (await year.InForce()).FindAll(r => r.GetProperty("resourceId").GetInt64() > 0);
        foreach (var row in rows[..5]) await year.Revise(row.GetProperty("resourceId").GetInt64(), c => c["systemName"] = "公安综合业务平台");
        Assert.Empty(await year.Open());
        foreach (var row in rows[5..8]) await year.Revise(row.GetProperty("resourceId").GetInt64(), c => c["frequency"] = c["frequency"]?.GetValue<string>() == "monthly" ? "yearly" : "monthly");
        city.App.Person = year.Police;
        await page.GotoAsync("/lists/changes");
        await page.Look("year-changes");
        var open = (await year.Open()).ConvertAll(c => c.GetProperty("id").GetInt64());
        Assert.Equal(3, open.Count);
        await year.Decide(open[..2]);
        await year.Decide(open[2..]);
        return rows[..8].ConvertAll(r => r.GetProperty("id").GetInt64());
    }

    // The rows gone: one resource withdrawn; four rows suspended on request, one of them resumed; a removal refused, one confirmed and undone the same day.
    private static async Task<List<long>> WithdrawAndAsk(CityYear year, IPage page, DemoCity city)
    {
        var rows = (await year.InForce()).FindAll(r => r.GetProperty("resourceId").GetInt64() > 0);
        await year.Withdraw(rows[^1].GetProperty("resourceId").GetInt64());
        var ids = rows.ConvertAll(r => r.GetProperty("id").GetInt64());
        foreach (var id in ids[..4]) await year.Ask(id, "Suspend");
        foreach (var id in ids[4..6]) await year.Ask(id, "Remove");
        city.App.Person = year.Centre;
        await page.GotoAsync("/lists/changes");
        await page.Look("year-asked");
        var open = (await year.Open()).ToDictionary(c => c.GetProperty("entryId").GetInt64(), c => c.GetProperty("id").GetInt64());
        Assert.Equal(7, open.Count);
        await year.Decide([open[ids[^1]], .. ids[..4].Select(id => open[id])]);
        await year.Decide([open[ids[4]]], confirms: false);
        var undone = await year.Decide([open[ids[5]]]);
        await year.Undo(undone);
        await year.Ask(ids[0], "Resume");
        await year.Decide((await year.Open()).Where(c => c.GetProperty("entryId").GetInt64() == ids[0]).Select(c => c.GetProperty("id").GetInt64()));
        // As it was, with its new system, and in force again.
        Assert.Equal(3, (await year.Get(year.Police, $"/api/v1/lines/responsibility/{ids[0]}")).GetProperty("versions").GetArrayLength());
        return [.. ids[1..4], ids[^1]];
    }

    // The law ends; its negative entry goes into the yearly review, is proposed for removal, signed, and taken out.
    private static async Task Repeal(CityYear year, IPage page, DemoCity city)
    {
        city.App.Person = year.Authority;
        await page.GotoAsync($"/standards/legal-bases?q={Law}");
        await page.Locator("table").GetByRole(AriaRole.Link, new() { Name = Law }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "登记废止或修订" }).ClickAsync();
        await page.Locator("#f-state").SelectOptionAsync("Repealed");
        await page.Locator("#f-endedOn").FillAsync("2027-01-10");
        await page.Locator("#f-why").FillAsync("国务院令（示例）");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await city.Hour();
        var entry = (await year.Get(year.Authority, "/api/v1/lists/negatives")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("basis").GetProperty("name").GetString() == Law);
        await year.Review(entry.GetProperty("id").GetInt64(), entry.GetProperty("provider").GetProperty("id").GetInt64());
    }

    private static async Task Analyse(CityYear year)
    {
        var row = (await year.InForce())[0];
        await year.Send(year.Authority, HttpMethod.Post, "/api/v1/lists/impacts", new { kind = "ToNegative", resourceId = row.GetProperty("resourceId").GetInt64() });
        var report = (await year.Get(year.Authority, "/api/v1/lists/impacts")).GetProperty("items")[0];
        Assert.NotEqual(0, report.GetProperty("hits").GetInt32());
        Assert.Contains((await year.InForce()), r => r.GetProperty("id").GetInt64() == row.GetProperty("id").GetInt64());
    }

    private static (int Added, int Removed, int Altered) Of(JsonElement counts, string list)
    {
        var found = counts.GetProperty("lists").EnumerateArray().Single(l => l.GetProperty("name").GetString() == list);
        return (found.GetProperty("added").GetInt32(), found.GetProperty("removed").GetInt32(), found.GetProperty("altered").GetInt32());
    }

    // The different entries that stand in the workbook.
    private static async Task<int> Rows(IPage page)
    {
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载对比工作簿" }).ClickAsync());
        using var zip = ZipFile.OpenRead(await file.PathAsync());
        var text = string.Concat(zip.Entries.Where(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(Text));
        return Number().Matches(text).Select(m => m.Value).Distinct().Count();
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    // With the key fetched apart.
    private static async Task VerifyElsewhere(DemoCity city, long edition)
    {
        var (code, said) = await EditionScript.Run(await city.App.Http.GetByteArrayAsync($"/api/v1/editions/{edition}/0/archive"), await city.App.Http.GetStringAsync("/signing-keys/current.pem"));
        Assert.True(code == 0, said);
        foreach (var list in new[] { "responsibility", "negative", "demand" }) Assert.Contains($"ok lists/{list}.jsonl", said, StringComparison.Ordinal);
    }

    [GeneratedRegex("(ZR|FM|XQ)-[0-9A-Z]{9}-[0-9]+")]
    private static partial Regex Number();
}
