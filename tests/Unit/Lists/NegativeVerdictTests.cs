using Qingdan.Lists.Negatives;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class NegativeVerdictTests
{
    private static readonly RuleProfiles Profiles = new();

    // A government department is under both laws, a public-service company under Shanghai's only.
    [Theory]
    [InlineData(LegalBasisLevel.Law, OrganizationKind.CityDepartment, true, 0)]
    [InlineData(LegalBasisLevel.AdministrativeRegulation, OrganizationKind.CityDepartment, true, 0)]
    [InlineData(LegalBasisLevel.StateCouncilDecision, OrganizationKind.CityDepartment, true, 1)]
    [InlineData(LegalBasisLevel.LocalRegulation, OrganizationKind.CityDepartment, true, 1)]
    [InlineData(LegalBasisLevel.DepartmentRule, OrganizationKind.CityDepartment, false, 0)]
    [InlineData(LegalBasisLevel.LocalRule, OrganizationKind.CityDepartment, false, 0)]
    [InlineData(LegalBasisLevel.NormativeDocument, OrganizationKind.CityDepartment, false, 0)]
    [InlineData(LegalBasisLevel.Other, OrganizationKind.CityDepartment, false, 0)]
    [InlineData(LegalBasisLevel.LocalRegulation, OrganizationKind.PublicService, true, 0)]
    [InlineData(LegalBasisLevel.StateCouncilDecision, OrganizationKind.PublicService, false, 0)]
    [InlineData(LegalBasisLevel.DepartmentRule, OrganizationKind.PublicService, false, 0)]
    [InlineData(LegalBasisLevel.Law, OrganizationKind.SocialOrganization, true, 0)]
    [InlineData(LegalBasisLevel.StateCouncilDecision, OrganizationKind.SocialOrganization, false, 0)]
    public void Each_level_under_the_laws_of_its_unit(LegalBasisLevel level, OrganizationKind kind, bool passes, int warnings)
    {
        var verdict = Of(new BasisFacts(level, BasisState.InEffect, BanKind.Express, false), kind);
        Assert.Equal((passes, warnings), (verdict.Passes, verdict.Warnings.Count));
        Assert.Equal(passes ? [] : ["lists.negative.basis.level"], verdict.Blocks.Select(b => b.Code));
    }

    [Fact]
    public void A_local_regulation_is_said_to_fall_short_of_the_national_law()
    {
        var verdict = Of(new BasisFacts(LegalBasisLevel.LocalRegulation, BasisState.InEffect, BanKind.Express, false), OrganizationKind.CityDepartment);
        Assert.Equal(["national-2025"], verdict.Laws.Where(l => !l.Accepted).Select(l => l.Profile.Id));
    }

    [Theory]
    [InlineData(null, "Unknown", "Undecided", false, "lists.negative.basis.required")]
    [InlineData(LegalBasisLevel.Law, "Repealed", "Express", false, "lists.negative.basis.repealed")]
    [InlineData(LegalBasisLevel.Law, "InEffect", "ConfidentialityDuty", false, "lists.negative.opinion.required")]
    [InlineData(LegalBasisLevel.Law, "InEffect", "ConfidentialityDuty", true, "")]
    [InlineData(LegalBasisLevel.DepartmentRule, "Repealed", "ConfidentialityDuty", false, "lists.negative.basis.level lists.negative.basis.repealed lists.negative.opinion.required")]
    public void What_stands_against_listing_is_said_all_at_once(LegalBasisLevel? level, string state, string ban, bool opinion, string blocks) =>
        Assert.Equal(blocks, string.Join(' ', Of(new BasisFacts(level, Enum.Parse<BasisState>(state), Enum.Parse<BanKind>(ban), opinion), OrganizationKind.CityDepartment).Blocks.Select(b => b.Code)));

    [Theory]
    [InlineData("Unknown")]
    [InlineData("Amended")]
    public void A_doubtful_basis_is_a_warning_on_the_way_and_must_be_settled_before_listing(string state)
    {
        var facts = new BasisFacts(LegalBasisLevel.Law, Enum.Parse<BasisState>(state), BanKind.Express, false);
        var verdict = Of(facts, OrganizationKind.CityDepartment);
        Assert.True(verdict.Passes);
        Assert.Single(verdict.Warnings);
        Assert.Equal("inEffect", Assert.Single(NegativeVerdict.BeforeListing(facts)).Field);
        Assert.Empty(NegativeVerdict.BeforeListing(facts with { State = BasisState.InEffect }));
    }

    private static NegativeVerdict Of(BasisFacts facts, OrganizationKind kind) => NegativeVerdict.Of(facts, Profiles.For(kind));
}
