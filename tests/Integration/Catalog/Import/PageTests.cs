using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

/// <summary>The pages of the import over HTTP, without script.</summary>
public sealed class PageTests
{
    private const string File = "目录名称,提供单位,更新频率,发布日期\n婚姻登记,市民政局,每天,昨天\n低保对象,市民政局,每月,2026-01-02\n养老机构,市民政局,每月,2026-01-03\n";

    [Theory, Engines]
    public async Task A_file_goes_its_way_from_upload_to_undoing(Engine engine)
    {
        await using var app = await Start(engine);
        var mapping = await Upload(app, File);
        var batch = mapping[..mapping.LastIndexOf('/')];
        Assert.Contains("婚姻登记；低保对象；养老机构", await app.Http.GetStringAsync(mapping), StringComparison.Ordinal);
        await Follows(app.Post(mapping, [Edit(await app.Http.GetStringAsync(mapping)), new("c0", "name"), new("c1", "provider"), new("c2", "frequency"), new("c3", "publishedOn"), new("target", "Published")]), $"{batch}/check");
        await Settle(app, batch);

        var check = await app.Http.GetStringAsync($"{batch}/check");
        Assert.Contains("发布日期不是一个日期。", check, StringComparison.Ordinal);
        Assert.Contains("只导入无问题的 2 个目录", check, StringComparison.Ordinal);
        Assert.DoesNotContain("养老机构", await app.Http.GetStringAsync($"{batch}/check?show=bad"), StringComparison.Ordinal);
        await Follows(app.Post($"{batch}/check", [Edit(check), new("rows", "good")], $"{batch}/start"), batch);
        await Settle(app, batch);

        Assert.Equal($"{batch}/result", (await app.Http.GetAsync(batch)).Headers.Location?.ToString());
        Assert.Contains("整批已导入", await app.Http.GetStringAsync($"{batch}/result"), StringComparison.Ordinal);
        using var report = await app.Http.GetAsync($"{batch}/report?format=csv");
        Assert.Contains("发布日期不是一个日期。", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("低保对象", await app.Http.GetStringAsync("/catalog"), StringComparison.Ordinal);

        await Follows(app.Post($"{batch}/result", [], $"{batch}/undo"), batch);
        await Settle(app, batch);
        Assert.Contains("整批已撤销。", await app.Http.GetStringAsync($"{batch}/result"), StringComparison.Ordinal);
        Assert.Contains("已撤销", await app.Http.GetStringAsync("/catalog/imports"), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_refused_mapping_shows_all_faults_and_what_was_chosen(Engine engine)
    {
        await using var app = await Start(engine);
        var mapping = await Upload(app, File);
        using var refused = await app.Post(mapping, [Edit(await app.Http.GetStringAsync(mapping)), new("c0", ""), new("c1", ""), new("c2", "summary"), new("keepAs", "月报"), new("target", "Published")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("请选择哪一列是目录名称。", page, StringComparison.Ordinal);
        Assert.Contains("请选择哪一列是提供单位", page, StringComparison.Ordinal);
        Assert.Contains("""value="summary" selected""", page, StringComparison.Ordinal);
        Assert.Contains("""value="月报""", page, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_bad_file_is_refused_beside_its_field(Engine engine)
    {
        await using var app = await Start(engine);
        using var refused = await app.PostFile("/catalog/imports/new", "目录.csv", "只有一格"u8.ToArray(), ("target", "Published"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("id=\"errors\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"Published\"[^>]*checked", page);
    }

    [Theory, Engines]
    public async Task Read_again_by_the_row_that_is_shown_a_header_of_two_rows_keeps_its_groups(Engine engine)
    {
        await using var app = await Start(engine);
        var mapping = await Upload(app, "序号,基本信息,,提供,,\n,名称,摘要,单位,联系人,备注\n1,企业登记,企业的登记,市场监管局,张,无\n2,婚姻登记,婚姻的登记,民政局,李,无\n");
        var page = await app.Http.GetStringAsync(mapping);
        Assert.Matches("name=\"headerRow\"[^>]*value=\"1\"", page);
        Assert.Contains("企业登记；婚姻登记", page, StringComparison.Ordinal);
        await Follows(app.Post(mapping, [Edit(page), new("headerRow", "1")], mapping.Replace("mapping", "reading", StringComparison.Ordinal)), mapping);
        page = await app.Http.GetStringAsync(mapping);
        Assert.Contains("基本信息/名称", page, StringComparison.Ordinal);
        Assert.Contains("企业登记；婚姻登记", page, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_kept_mapping_is_picked_and_dropped_on_the_page(Engine engine)
    {
        await using var app = await Start(engine);
        var first = await Upload(app, File);
        Assert.DoesNotContain("用保存过的列对应", await app.Http.GetStringAsync(first), StringComparison.Ordinal);
        (await app.Post(first, [Edit(await app.Http.GetStringAsync(first)), new("c0", "name"), new("c1", "provider"), new("c3", "publishedOn"), new("keepAs", "月报"), new("target", "Draft")])).Dispose();

        var second = await Upload(app, "摘要,目录名称,提供单位\n说明,婚姻登记,市民政局\n");
        var page = await app.Http.GetStringAsync(second);
        Assert.Contains("月报（这个文件缺 1 列）", page, StringComparison.Ordinal);
        var kept = second.Replace("mapping", "kept", StringComparison.Ordinal);
        await Follows(app.Post(second, [Edit(page), new("kept", "月报")], kept), second);
        page = await app.Http.GetStringAsync(second);
        Assert.Contains("保存的列对应“月报”里有 1 列这个文件没有：发布日期。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("""value="summary" selected""", page, StringComparison.Ordinal);

        await Follows(app.Post(second, [Edit(page), new("kept", "月报")], $"{kept}/drop"), second);
        page = await app.Http.GetStringAsync(second);
        Assert.Contains("已删除保存的列对应“月报”。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("用保存过的列对应", page, StringComparison.Ordinal);
    }

    private static Task<TestApp> Start(Engine engine) => TestApp.Start(engine, TestPerson.Of("李数", "大数据中心", Roles.DataCentre));

    private static async Task<string> Upload(TestApp app, string csv)
    {
        using var answer = await app.PostFile("/catalog/imports/new", "目录.csv", Encoding.UTF8.GetBytes(csv), ("target", "Draft"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static KeyValuePair<string, string> Edit(string page) => new("edit", System.Text.RegularExpressions.Regex.Match(page, "name=\"edit\" value=\"(\\d+)\"").Groups[1].Value);

    private static async Task Follows(Task<HttpResponseMessage> post, string path)
    {
        using var answer = await post;
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
        Assert.Equal(path, answer.Headers.Location?.ToString());
    }

    /// <summary>Works off the jobs: the clock of a test does not tick.</summary>
    internal static async Task Settle(TestApp app, string batch)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDue(default);
        Assert.Equal("done", (await app.Http.GetFromJsonAsync<JsonElement>($"{batch}/progress")).GetProperty("state").GetString());
    }
}
