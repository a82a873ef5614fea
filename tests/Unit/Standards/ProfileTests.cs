using CsCheck;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class ProfileTests
{
    private static readonly RuleProfiles Profiles = new();

    [Theory]
    [InlineData(OrganizationKind.CityDepartment, "national-2025 shanghai-2021")]
    [InlineData(OrganizationKind.PublicService, "shanghai-2021")]
    [InlineData(OrganizationKind.CentralInShanghai, "national-2025 shanghai-2021")]
    [InlineData(OrganizationKind.SocialOrganization, "shanghai-2021")]
    public void The_kind_of_an_organization_decides_which_laws_apply(OrganizationKind kind, string expected) =>
        Assert.Equal(expected, string.Join(' ', Profiles.For(kind).Select(p => p.Id)));

    [Fact]
    public void Every_kind_is_spoken_of_by_every_profile() =>
        Assert.All(Profiles.All, p => Assert.Equal(Enum.GetValues<OrganizationKind>(), p.AppliesTo.Select(a => a.Kind)));

    [Theory]
    [InlineData(LegalBasisLevel.Law, true, true)]
    [InlineData(LegalBasisLevel.AdministrativeRegulation, true, true)]
    [InlineData(LegalBasisLevel.StateCouncilDecision, true, false)]
    [InlineData(LegalBasisLevel.LocalRegulation, false, true)]
    [InlineData(LegalBasisLevel.DepartmentRule, false, false)]
    [InlineData(LegalBasisLevel.NormativeDocument, false, false)]
    public void Each_law_accepts_its_own_levels_of_basis(LegalBasisLevel level, bool national, bool shanghai) =>
        Assert.Equal([national, shanghai], Profiles.All.Select(p => BasisVerdict.Of(p, level).Accepted));

    [Fact]
    public void The_timers_are_those_of_the_two_laws()
    {
        var timers = Profiles.All.SelectMany(p => p.Timers).OrderBy(t => t.Code).Select(t => $"{t.Code} {t.Amount}{(t.Extension is { } e ? $"+{e.Amount}" : "")} {t.Anchor.Article}");
        Assert.Equal(["T1 1+10 21", "T2 10+10 21", "T3 20 22", "T4 10 26", "T5 10+5 17", "T6 2 17", "T7 15 39", "T8 3 29", "T9 0 39"], timers);
    }

    [Fact]
    public void A_timer_of_another_profile_is_refused_with_the_place_where_it_is()
    {
        var fault = Assert.Single(Profiles.Find("shanghai-2021", "T2").Faults);
        Assert.Equal("standards.timer.elsewhere", fault.Code);
        Assert.Contains("national-2025", fault.Args);
        Assert.Equal("standards.timer.unknown", Assert.Single(Profiles.Find("shanghai-2021", "T99").Faults).Code);
        Assert.Equal("standards.profile.unknown", Assert.Single(Profiles.Find(null, "T2").Faults).Code);
        Assert.Equal("standards.timer.unknown-anywhere", Assert.Single(Profiles.Timers(null, "T99").Faults).Code);
    }

    [Theory]
    [InlineData(0, "零")]
    [InlineData(10, "十")]
    [InlineData(21, "二十一")]
    [InlineData(105, "一百零五")]
    [InlineData(286, "二百八十六")]
    [InlineData(1110, "一千一百一十")]
    [InlineData(1032, "一千零三十二")]
    [InlineData(2000, "二千")]
    public void Articles_are_numbered_as_laws_do(int number, string words) => Assert.Equal(words, ChineseNumber.Of(number));

    [Fact]
    public void No_two_articles_have_the_same_number_in_words() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 9999]).Sample((a, b) => Assert.Equal(a == b, ChineseNumber.Of(a) == ChineseNumber.Of(b)), iter: 2000);
}
