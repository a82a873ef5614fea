using System.Net;
using System.Text;
using Qingdan.Platform.Database;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Rounds.RoundApp;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>A round by the API, from the notice to the city-wide workbook.</summary>
public sealed class RoundApiTests
{
    private static readonly HttpMethod Get = HttpMethod.Get, Post = HttpMethod.Post, Put = HttpMethod.Put, Delete = HttpMethod.Delete;
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 signed");

    [Theory, Engines]
    public async Task A_round_goes_from_the_notice_to_the_merged_workbook(Engine engine)
    {
        await using var world = await Start(engine);
        var round = await world.Open();
        var listed = (await world.Ok(world.Liaison, Get, Root)).Body.GetProperty("items")[0];
        Assert.Equal((round, 1, 0), (listed.GetProperty("round").GetProperty("id").GetInt64(), listed.GetProperty("expected").GetInt32(), listed.GetProperty("handedIn").GetInt32()));
        Assert.Equal(1, (await world.Ok(world.Authority, Post, $"{Root}/{round}/reminders", new { all = false, units = new[] { world.Liaison.UnitId }, note = "请尽快" })).Number("units"));

        var report = $"{Root}/reports/{await world.Report(round)}";
        var sent = await Fill(world, report);
        await Sign(world, report);
        var decided = await world.Ok(world.Authority, Post, $"{report}/decision", new { accepts = true }, (await world.Ok(world.Authority, Get, report)).Edit);
        Assert.Equal(("accepted", "赵"), (decided.Text("state"), decided.Text("decidedBy")));
        Assert.Equal(("taken", false), ((await world.Ok(world.Liaison, Get, sent)).Text("state"), (await world.Ok(world.Liaison, Get, sent)).Body.GetProperty("takes").GetBoolean()));

        var board = await world.Ok(world.Authority, Get, $"{Root}/{round}?state=accepted");
        var counts = board.Body.GetProperty("reports");
        Assert.Equal((2, 1, 1, 0, 1), (counts.GetProperty("expected").GetInt32(), counts.GetProperty("handedIn").GetInt32(), counts.GetProperty("missing").GetInt32(), counts.GetProperty("returned").GetInt32(), counts.GetProperty("accepted").GetInt32()));
        Assert.Equal(["市民政局"], board.Body.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("unit").GetString()));
        using var merged = new MemoryStream((await world.Ok(world.Authority, Get, $"{Root}/{round}/merge")).Bytes);
        Assert.Equal(3, SheetFile.Read(merged, SheetFile.Inspect(merged, "总表.xlsx", "责任清单总表").Value.Choice).Count());
        await world.Ok(world.Authority, Post, $"{Root}/{round}/closing", null, board.Edit);
        var closing = await world.Ok(world.Authority, Get, $"{Root}/{round}/closing");
        Assert.Equal((1, 1, 3), ((int)closing.Number("onTime"), (int)closing.Number("late"), closing.Body.GetProperty("figures").GetProperty("rows").GetInt32()));
    }

    [Theory, Engines]
    public async Task Whose_it_is_not_does_not_see_it_and_who_may_not_decide_is_refused(Engine engine)
    {
        await using var world = await Start(engine);
        var round = await world.Open();
        var report = $"{Root}/reports/{await world.Report(round)}";
        var returned = $"{Root}/returns/{(await world.Send(world.Liaison, $"{report}/returns", (await world.Ok(world.Liaison, Get, $"{report}/template")).Bytes)).Number("id")}";
        foreach (var path in new[] { report, $"{report}/template", $"{report}/rows", $"{report}/parts" }) await world.Refused(HttpStatusCode.NotFound, ["records.report.not-found"], world.Stranger, Get, path);
        foreach (var path in new[] { returned, $"{returned}/receipt" }) await world.Refused(HttpStatusCode.NotFound, ["records.return.not-found"], world.Stranger, Get, path);
        await world.Refused(HttpStatusCode.NotFound, ["records.return.not-found"], world.Stranger, Post, $"{returned}/takeover", null, 1);
        await world.Refused(HttpStatusCode.NotFound, ["records.report.not-found"], world.Stranger, Post, $"{report}/final", null, 1);
        await world.Refused(HttpStatusCode.NotFound, ["records.round.not-found"], world.Liaison, Get, $"{Root}/1");
        await world.Refused(HttpStatusCode.Forbidden, ["records.report.deciders"], world.Liaison, Post, $"{report}/decision", new { accepts = true }, 1);
        await world.Refused(HttpStatusCode.Forbidden, ["records.report.deciders"], world.Liaison, Post, $"{report}/expectation", new { expected = false, why = "没有" }, 1);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Call(world.Liaison, Post, $"{Root}/{round}/closing", null, 1)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Call(world.Liaison, Get, $"{Root}/{round}/merge")).Status);
    }

    [Theory, Engines]
    public async Task Changed_meanwhile_and_without_a_version_nothing_is_done(Engine engine)
    {
        await using var world = await Start(engine);
        var round = await world.Open();
        var notice = new { title = "集中梳理", noticeNumber = "18 号", noticeOn = "2026-11-02", dueOn = "2026-12-04", why = "顺延" };
        var edit = (await world.Ok(world.Authority, Get, $"{Root}/{round}")).Edit;
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.round.if-match"], world.Authority, Put, $"{Root}/{round}", notice);
        await world.Ok(world.Authority, Put, $"{Root}/{round}", notice, edit);
        await world.Refused(HttpStatusCode.Conflict, ["records.report.changed-meanwhile"], world.Authority, Put, $"{Root}/{round}", notice, edit);
        Assert.Equal("2026-12-04", (await world.Ok(world.Authority, Get, $"{Root}/{round}")).Body.GetProperty("round").GetProperty("dueOn").GetString());

        var report = $"{Root}/reports/{await world.Report(round)}";
        edit = (await world.Ok(world.Liaison, Get, report)).Edit;
        Assert.Equal("awaitingHead", (await world.Ok(world.Liaison, Post, $"{report}/final", null, edit)).Text("state"));
        await world.Refused(HttpStatusCode.Conflict, ["records.report.changed-meanwhile"], world.Liaison, Delete, $"{report}/final", null, edit);
        Assert.Equal("filling", (await world.Ok(world.Liaison, Delete, $"{report}/final", null, edit + 1)).Text("state"));
        await world.Refused(HttpStatusCode.Conflict, ["records.report.not-now"], world.Liaison, Delete, $"{report}/final", null, edit + 2);
    }

    [Theory, Engines]
    public async Task All_faults_are_told_at_once(Engine engine)
    {
        await using var world = await Start(engine);
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.round.title", "records.round.notice", "records.round.notice-day", "records.round.due", "records.round.tables", "records.round.units"], world.Authority, Post, Root, new { note = "" });
        var round = await world.Open();
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.round.title", "records.round.notice", "records.round.due-early", "records.round.due-why"], world.Authority, Put, $"{Root}/{round}", new { noticeOn = "2026-11-02", dueOn = "2026-11-01" }, 1);
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.reminder.none-chosen"], world.Authority, Post, $"{Root}/{round}/reminders", new { note = "" });
        var report = $"{Root}/reports/{await world.Report(round)}";
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.part.name", "records.part.contact"], world.Liaison, Post, $"{report}/parts", new { office = "", contact = new string('长', 101) });
        await world.Ok(world.Liaison, Post, $"{report}/final", null, (await world.Ok(world.Liaison, Get, report)).Edit);
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.report.agrees"], world.Head, Post, $"{report}/signature", new FormUrlEncodedContent([new("opinion", "")]), 2);
        await world.Refused(HttpStatusCode.Forbidden, ["records.report.head"], world.Liaison, Post, $"{report}/signature", new FormUrlEncodedContent([new("agrees", "true")]), 2);
    }

    [Theory, Engines]
    public async Task Offices_get_their_rows_and_reading_a_workbook_sends_nothing(Engine engine)
    {
        await using var world = await Start(engine);
        var report = $"{Root}/reports/{await world.Report(await world.Open())}";
        var rows = (await world.Ok(world.Liaison, Get, $"{report}/parts?q=婚姻")).Body.GetProperty("items");
        var part = (await world.Ok(world.Liaison, Post, $"{report}/parts", new { office = "婚姻处", contact = "张三", ids = new[] { rows[0].GetProperty("id").GetInt64() } })).Number("id");
        using (var book = new WorkbookEdit((await world.Ok(world.Liaison, Get, $"{report}/template?part={part}")).Bytes)) Assert.Single(book.Rows);
        Assert.False((await world.Ok(world.Liaison, Get, report)).Body.GetProperty("parts")[0].TryGetProperty("sentAt", out _));
        await world.Ok(world.Liaison, Post, $"{report}/parts/{part}/dispatch");
        Assert.True((await world.Ok(world.Liaison, Get, report)).Body.GetProperty("parts")[0].TryGetProperty("sentAt", out _));
        // More rows are another workbook, which has not gone out.
        await world.Ok(world.Liaison, Post, $"{report}/parts", new { office = "婚姻处", all = true });
        var again = (await world.Ok(world.Liaison, Get, report)).Body.GetProperty("parts")[0];
        Assert.Equal((2, false), (again.GetProperty("rows").GetInt32(), again.TryGetProperty("sentAt", out _)));
        await world.Refused(HttpStatusCode.Conflict, ["records.report.parts-owing"], world.Liaison, Post, $"{report}/final", null, (await world.Ok(world.Liaison, Get, report)).Edit);
        await world.Ok(world.Liaison, Delete, $"{report}/parts/{part}");
        await world.Refused(HttpStatusCode.NotFound, ["records.part.not-found"], world.Liaison, Post, $"{report}/parts/{part}/dispatch");
    }

    [Theory, Engines]
    public async Task A_table_of_ones_own_is_mapped_and_another_dropped(Engine engine)
    {
        await using var world = await Start(engine);
        var round = await world.Open();
        var report = $"{Root}/reports/{await world.Report(round)}";
        var csv = Encoding.UTF8.GetBytes("数据,内容,属性\n殡葬服务信息,机构名称、地址,无条件共享\n");
        var sent = await world.Send(world.Liaison, $"{report}/returns", csv, "我们的.csv");
        Assert.Equal("unmapped", sent.Text("state"));
        var returned = $"{Root}/returns/{sent.Number("id")}";
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.return.unknown-column", "records.return.unknown-column"], world.Liaison, Put, $"{returned}/mapping", new { columns = new Dictionary<string, string> { ["没有"] = "name", ["也没有"] = "items" } }, sent.Edit);
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.return.mapped-twice", "records.return.no-name"], world.Liaison, Put, $"{returned}/mapping", new { columns = new Dictionary<string, string> { ["数据"] = "items", ["内容"] = "items" } }, sent.Edit);
        Assert.Equal("reading", (await world.Ok(world.Liaison, Put, $"{returned}/mapping", new { columns = new Dictionary<string, string> { ["数据"] = "name", ["内容"] = "items", ["属性"] = "share" } }, sent.Edit)).Text("state"));
        await world.Work();
        var read = await world.Ok(world.Liaison, Get, $"{returned}?show=bad");
        Assert.Equal(("compared", 1), (read.Text("state"), read.Body.GetProperty("figures").GetProperty("faulty").GetInt32()));
        Assert.NotEmpty(read.Body.GetProperty("rows")[0].GetProperty("faults").EnumerateArray());
        await world.Refused(HttpStatusCode.Conflict, ["records.return.nothing"], world.Liaison, Post, $"{returned}/takeover", null, read.Edit);
        Assert.StartsWith("PK", Encoding.ASCII.GetString((await world.Ok(world.Liaison, Get, $"{returned}/receipt")).Bytes, 0, 2), StringComparison.Ordinal);
        await world.Ok(world.Liaison, Delete, returned, null, read.Edit);
        Assert.Equal("dropped", (await world.Ok(world.Liaison, Get, returned)).Text("state"));

        // The city takes many at once; each is told what became of it.
        var files = (await world.Ok(world.Authority, Post, $"{Root}/{round}/returns", new MultipartFormDataContent
        {
            { new ByteArrayContent((await world.Ok(world.Liaison, Get, $"{report}/template")).Bytes), "files", "甲.xlsx" }, { new ByteArrayContent(csv), "files", "乙.csv" },
        })).Body.GetProperty("files");
        Assert.Equal(("市民政局", "records.collect.unknown"), (files[0].GetProperty("unit").GetString(), files[1].GetProperty("fault").GetProperty("code").GetString()));
    }

    [Theory, Engines]
    public async Task What_is_not_expected_is_owed_no_more_until_it_is(Engine engine)
    {
        await using var world = await Start(engine);
        var report = $"{Root}/reports/{await world.Report(await world.Open())}";
        var edit = (await world.Ok(world.Authority, Get, report)).Edit;
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.report.expected-why"], world.Authority, Post, $"{report}/expectation", new { expected = false }, edit);
        Assert.Equal("notExpected", (await world.Ok(world.Authority, Post, $"{report}/expectation", new { expected = false, why = "没有数据" }, edit)).Text("state"));
        await world.Refused(HttpStatusCode.Conflict, ["records.report.not-now"], world.Authority, Post, $"{report}/expectation", new { expected = false, why = "没有数据" }, edit + 1);
        Assert.Equal("notStarted", (await world.Ok(world.Authority, Post, $"{report}/expectation", new { expected = true, why = "有了" }, edit + 1)).Text("state"));
    }

    // One row changed, one added; taken over. Returns the address of the return.
    private static async Task<string> Fill(RoundApp world, string report)
    {
        using var book = new WorkbookEdit((await world.Ok(world.Liaison, Get, $"{report}/template")).Bytes);
        book.Set(book.RowOf("婚姻登记信息"), "责任人", "信息处 张三");
        book.Set(book.Copy(book.RowOf("低保对象信息")), "数据名称", "特困人员信息");
        var sent = $"{Root}/returns/{(await world.Send(world.Liaison, $"{report}/returns", book.Save())).Number("id")}";
        var read = await world.Ok(world.Liaison, Get, $"{sent}?limit=1");
        var figures = read.Body.GetProperty("figures");
        Assert.Equal((3, 1, 1, 1, 0), (figures.GetProperty("rows").GetInt32(), figures.GetProperty("same").GetInt32(), figures.GetProperty("changed").GetInt32(), figures.GetProperty("added").GetInt32(), figures.GetProperty("faulty").GetInt32()));
        var rest = await world.Ok(world.Liaison, Get, $"{sent}?after={read.Number("next")}");
        Assert.Equal(["信息处 王敏", "特困人员信息"], [read.Body.GetProperty("rows")[0].GetProperty("was").GetProperty("contact").GetString()!, rest.Body.GetProperty("rows")[0].GetProperty("name").GetString()!]);
        var same = await world.Ok(world.Liaison, Get, $"{sent}?show=same");
        Assert.Equal("民政系统", same.Body.GetProperty("rows")[0].GetProperty("values").GetProperty("systemName").GetString());
        await world.Ok(world.Liaison, Post, $"{sent}/takeover", null, read.Edit);
        await world.Refused(HttpStatusCode.Conflict, ["records.report.not-now"], world.Liaison, Post, $"{sent}/takeover", null, read.Edit);
        return sent;
    }

    // Finished, taken back, finished again; then the sheet that was signed on paper, which names the content by its code.
    private static async Task Sign(RoundApp world, string report)
    {
        var final = await world.Ok(world.Liaison, Post, $"{report}/final", null, (await world.Ok(world.Liaison, Get, report)).Edit);
        Assert.Equal((3, 1, 1), (final.Body.GetProperty("figures").GetProperty("rows").GetInt32(), final.Body.GetProperty("figures").GetProperty("changed").GetInt32(), final.Body.GetProperty("figures").GetProperty("added").GetInt32()));
        var rows = await world.Ok(world.Head, Get, $"{report}/rows?show=new");
        Assert.Equal(["changed", "added"], rows.Body.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("change").GetString()));
        await world.Refused(HttpStatusCode.UnprocessableEntity, ["records.report.check-code"], world.Liaison, Post, $"{report}/signature", Paper("0000-0000"), final.Edit);
        var signed = await world.Ok(world.Liaison, Post, $"{report}/signature", Paper(final.Text("checkCode")!), final.Edit);
        var step = signed.Body.GetProperty("steps")[0];
        Assert.Equal(("handedIn", "李局", true, "王敏"), (signed.Text("state"), step.GetProperty("signer").GetString(), step.GetProperty("onPaper").GetBoolean(), step.GetProperty("recorder").GetString()));
    }

    private static MultipartFormDataContent Paper(string code) => new()
    {
        { new StringContent("true"), "agrees" }, { new StringContent("李局"), "signer" }, { new StringContent("2026-11-20"), "signedOn" }, { new StringContent("民签〔2026〕3 号"), "documentNumber" },
        { new StringContent(code), "checkCode" }, { new ByteArrayContent(Pdf), "scan", "签批单.pdf" },
    };
}
