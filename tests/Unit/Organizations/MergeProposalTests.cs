using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Merging;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Organizations;

using Unit = Qingdan.Organizations.Contracts.Unit;

public sealed class MergeProposalTests
{
    [Theory]
    [InlineData("示例市东岸区人民政府", "示例市东岸区政府", nameof(Likelihood.High))]
    [InlineData("示例市东岸区政府", "东岸区人民政府", nameof(Likelihood.High))]
    [InlineData("示例市卫生健康委员会（示例市中医药管理局）", "示例市卫生健康委员会", nameof(Likelihood.High))]
    [InlineData("示例市科学技术厅", "示例市科技厅", nameof(Likelihood.High))]
    [InlineData("国家税务总局示例市税务局", "示例市税务局", nameof(Likelihood.High))]
    [InlineData("示例市发展和改革委员会", "市发改委", nameof(Likelihood.Medium))]
    [InlineData("示例市人力资源和社会保障局", "市人社局", nameof(Likelihood.Medium))]
    [InlineData("示例市人民政府外事办公室", "市外办", nameof(Likelihood.Medium))]
    [InlineData("示例市残疾人联合会", "市残联", nameof(Likelihood.Medium))]
    [InlineData("示例市东岸区人民政府办公室", "示例市东岸区人民政府", nameof(Likelihood.Medium))]
    public void Two_names_of_one_agency_are_proposed(string one, string other, string likelihood)
    {
        var proposal = Assert.Single(Find(one, other));
        Assert.Equal(likelihood, proposal.Likelihood.ToString());
    }

    [Theory]
    [InlineData("示例市东岸区教育局", "示例市西岭区教育局")]
    [InlineData("示例市教育委员会", "示例市东岸区教育局")]
    [InlineData("示例市民政局", "示例市财政局")]
    [InlineData("示例市人民检察院", "示例市中级人民法院")]
    [InlineData("示例市水务局", "示例市自来水有限公司")]
    public void Different_agencies_are_not_proposed(string one, string other) => Assert.Empty(Find(one, other));

    [Fact]
    public void A_name_without_a_place_fits_none_when_several_places_have_it() => Assert.Empty(Find("甲州市教育局", "乙州市教育局", "市教育局"));

    [Fact]
    public void The_confirmed_unit_is_kept_whatever_the_length_of_its_name()
    {
        var proposal = Assert.Single(MergeProposals.Find([Named(1, "示例市东岸区人民政府", OrganizationState.Proposed), Named(2, "示例市东岸区政府", OrganizationState.Active)]));
        Assert.Equal((2, 1), (proposal.Keep.Id, proposal.Merge.Id));
    }

    private static IReadOnlyList<MergeProposal> Find(params string[] names) => MergeProposals.Find(names.Select((name, i) => Named(i + 1, name, OrganizationState.Active)));

    private static (Unit, string) Named(long id, string name, OrganizationState state) =>
        (new Unit(id, null, name, name, OrganizationKind.CityDepartment, false, OrganizationLevel.City, "", null, null, state), name);
}
