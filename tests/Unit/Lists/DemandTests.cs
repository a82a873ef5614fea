using CsCheck;
using Qingdan.Lists.Demands;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class DemandTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly DemandInput Complete = new()
    {
        Name = "婚姻登记", Scenario = "住房申请受理时核对家庭情况", BasisName = "公共租赁住房管理办法", BasisClause = "第八条", Scope = "住房保障处", Purpose = "审批", Way = "服务接口",
        Frequency = "Daily", StartsOn = "2027-01-01", EndsOn = "2028-12-31", Personal = "None", Urgency = "Normal", Committed = true, Items = [new(1, 2, "登记日期")],
    };

    [Fact]
    public void A_complete_demand_can_be_handed_in() => Assert.Empty(DemandRules.ForSubmission(Complete, Today));

    [Fact]
    public void A_bare_draft_can_be_saved_and_names_all_that_is_owed_at_submission()
    {
        var bare = new DemandInput { Name = "婚姻登记" };
        Assert.Empty(DemandRules.ForSaving(bare));
        Assert.Equal(
            ["basisClause", "basisName", "committed", "endsOn", "frequency", "items", "purpose", "scenario", "scope", "startsOn", "way"],
            DemandRules.ForSubmission(bare, Today).Select(f => f.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_term_that_ends_before_it_begins_or_is_over_is_refused()
    {
        Assert.Equal("lists.demand.term.reversed", Assert.Single(DemandRules.ForSubmission(Complete with { EndsOn = "2026-12-31" }, Today)).Code);
        Assert.Equal("lists.demand.items.twice", Assert.Single(DemandRules.ForSubmission(Complete with { Items = [new(0, 0, "点位编号"), new(0, 0, " 点位编号")] }, Today)).Code);
        Assert.Equal("lists.demand.term.over", Assert.Single(DemandRules.ForSubmission(Complete with { StartsOn = "2026-01-01", EndsOn = "2026-11-22" }, Today)).Code);
        Assert.Equal("lists.demand.day.unreadable", Assert.Single(DemandRules.ForSaving(Complete with { EndsOn = "明年底" })).Code);
    }

    [Theory]
    [InlineData("0001-01-01", "9999-12-31", "day.impossible")]
    [InlineData("明年", "后年", "lists.demand.day.unreadable")]
    public void A_wrong_day_is_told_once_and_by_the_name_of_its_field(string starts, string ends, string code)
    {
        var faults = DemandRules.ForSubmission(Complete with { StartsOn = starts, EndsOn = ends }, Today);
        Assert.Equal([("startsOn", code, "开始日期"), ("endsOn", code, "结束日期")], faults.Select(f => (f.Field!, f.Code, (string)f.Args[0])));
    }

    [Fact]
    public void Signs_that_cannot_be_kept_are_refused_and_line_breaks_are_none_of_them()
    {
        Assert.Empty(DemandRules.ForSaving(Complete with { Scenario = "一\r\n二\t三" }));
        Assert.Equal([("name", "standards.text.control")], DemandRules.ForSaving(Complete with { Name = "a\0b" }).Select(f => (f.Field!, f.Code)));
        Assert.Equal([("items", "standards.text.control")], DemandRules.ForSaving(Complete with { Items = [new(0, 0, "编\u0001号")] }).Select(f => (f.Field!, f.Code)));
    }

    [Fact]
    public void Sensitive_personal_data_owe_an_assessment() =>
        Assert.Equal("assessment", Assert.Single(DemandRules.ForSubmission(Complete with { Personal = "Sensitive" }, Today)).Field);

    [Fact]
    public void A_marked_secret_is_refused_before_it_is_saved()
    {
        Assert.Equal("scenario", Assert.Single(DemandRules.ForSaving(Complete with { Scenario = "机密★10年" })).Field);
        Assert.Equal("items", Assert.Single(DemandRules.ForSaving(Complete with { Items = [new(0, 0, "名单（机密）")] })).Field);
    }

    [Fact]
    public void Whatever_is_tried_a_demand_stays_on_the_table() => Gen.Enum<DemandAct>().List[0, 30].Sample(acts =>
    {
        var (state, consented) = (DemandState.Draft, false);
        foreach (var act in acts)
            if (DemandFlow.Find(state, act) is { } move)
            {
                if (act == DemandAct.Return) consented = false;
                if (act is DemandAct.Consent or DemandAct.ConsentToDistrict) consented = true;
                state = move.To;
                Assert.True(state != DemandState.Listed || consented, "Listed without the head's consent.");
            }
        Assert.True(state == DemandState.Withdrawn || DemandFlow.Table.Any(m => m.From == state));
    });
}
