using System.Text;
using Microsoft.AspNetCore.Http;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;

namespace Qingdan.Tests.Integration.Records;

/// <summary>密级标志 are refused wherever somebody writes freely, not only in the lists themselves (政务数据共享条例 3).</summary>
public sealed class MarkTests
{
    private const string Marked = "机密★10年";

    private static readonly PaperSignature Sheet = new("郑凯", new DateOnly(2026, 11, 20), "法意〔2026〕3 号", 77);

    [Theory]
    [InlineData("opinion")]
    [InlineData("signer")]
    [InlineData("documentNumber")]
    public async Task In_a_sign_off(string field)
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        var input = field switch
        {
            "opinion" => new SignOffInput(true, Marked, Sheet),
            "signer" => new SignOffInput(true, "", Sheet with { Signer = Marked }),
            _ => new SignOffInput(true, "", Sheet with { DocumentNumber = Marked }),
        };
        Assert.Equal(["standards.classification-mark"], await Codes(services.With<SignOffBook, List<Fault>>(b => Task.FromResult(b.Check(input))), field));
    }

    [Fact]
    public async Task In_the_name_of_a_scan()
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        var file = new FormFile(new MemoryStream(Encoding.UTF8.GetBytes("x")), 0, 1, "scan", $"{Marked}.pdf");
        var form = new FormCollection(new() { ["signer"] = "郑凯" }, new FormFileCollection { file });
        var read = await services.With<PaperForm, Result<SignOffInput>>(p => p.Read(form, true, Centre, default));
        Assert.Equal("scan", Assert.Single(read.Faults).Field);
    }

    [Theory, Engines]
    public async Task In_a_reason(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Proposed(unit);
        Assert.Equal(["standards.classification-mark"], (await services.With<DropNegative, Result<Done>>(d => d.Run(id, Marked, NegativeWorld.Person(unit, Roles.Liaison), default))).Faults.Select(f => f.Code));
        Assert.Equal(["standards.classification-mark"], (await services.Reject(These(1), Marked, Centre)).Faults.Select(f => f.Code));
        Assert.Equal(["standards.classification-mark"], (await services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, Marked, Centre, default))).Faults.Select(f => f.Code));
        var signed = await services.Signed(unit, NegativeWorld.Banned with { Name = "另一份数据" });
        Assert.Contains((await services.Decide(new(NegativeAct.Agree, "", Marked), signed)).Faults, f => f.Field == "minutes");
    }

    [Theory, Engines]
    public async Task In_the_calendar(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var faults = (await services.With<SetCalendarDay, Result<CalendarDay>>(s => s.Run(new DateOnly(2026, 11, 25), new DayForm("off", Marked, Marked), Centre, default))).Faults;
        Assert.Equal(["holiday", "why"], faults.Select(f => f.Field));
        Assert.Equal("notice", Assert.Single((await services.With<AnnounceYear, Result<int>>(a => a.Run(2026, Marked, Centre, default))).Faults).Field);
    }

    private static async Task<IEnumerable<string>> Codes(Task<List<Fault>> check, string field) => (await check).Where(f => f.Field == field).Select(f => f.Code);
}
