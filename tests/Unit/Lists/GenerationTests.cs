using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class GenerationTests
{
    [Fact]
    public void An_items_own_share_property_wins_over_the_resources()
    {
        var proposal = From(Resource(ShareProperty.Unconditional, Item(1, "名称"), Item(2, "身份证号", ShareProperty.NotShared)));
        Assert.Equal(["名称"], proposal.Entry!.Content.Items.Select(i => i.Name));
        Assert.Equal(["身份证号"], proposal.Negative!.Items.Select(i => i.Name));
    }

    [Fact]
    public void A_resource_not_shared_without_items_is_one_negative_candidate_for_the_whole()
    {
        var proposal = From(Resource(ShareProperty.NotShared));
        Assert.Null(proposal.Entry);
        Assert.Empty(proposal.Negative!.Items);
        Assert.Contains(proposal.Notices, n => n.Kind == FindingKind.NoBasis);
    }

    [Fact]
    public void A_resource_without_items_yields_one_row_for_the_whole_and_a_finding()
    {
        var proposal = From(Resource(ShareProperty.Unconditional));
        Assert.Equal(GenerationRules.Whole, proposal.Entry!.Rule);
        Assert.Contains(proposal.Notices, n => n.Kind == FindingKind.NoItems);
    }

    [Fact]
    public void An_inferred_share_property_makes_a_candidate_that_is_not_stated()
    {
        var proposal = From(Resource(ShareProperty.Unconditional, Item(1, "名称")) with { ShareStated = false });
        Assert.False(proposal.Entry!.ShareStated);
        Assert.Equal(GenerationRules.Inferred, proposal.Entry.Rule);
        Assert.Contains(proposal.Notices, n => n.Kind == FindingKind.ShareInferred);
    }

    [Fact]
    public void An_undetermined_share_property_makes_a_candidate_and_a_severe_finding()
    {
        var proposal = From(Resource(null, Item(1, "名称")));
        Assert.Null(proposal.Entry!.Content.Share);
        Assert.Contains(proposal.Notices, n => n.Kind == FindingKind.ShareUndetermined && n.Kind.Severity == Severity.Severe);
    }

    [Fact]
    public void Conditional_sharing_without_condition_is_a_finding_unless_each_item_states_its_own()
    {
        Assert.Contains(From(Resource(ShareProperty.Conditional, Item(1, "名称"))).Notices, n => n.Kind == FindingKind.NoCondition);
        Assert.DoesNotContain(From(Resource(ShareProperty.Conditional, Item(1, "名称") with { ShareCondition = "限审批" })).Notices, n => n.Kind == FindingKind.NoCondition);
    }

    [Fact]
    public void What_the_negative_list_forbids_stays_out_even_when_the_catalogue_shares_it()
    {
        var negative = Negative(NegativeState.InForce, LegalBasisLevel.Law, 2);
        var proposal = From(Resource(ShareProperty.Unconditional, Item(1, "名称"), Item(2, "电话")), negative);
        Assert.Equal(["名称"], proposal.Entry!.Content.Items.Select(i => i.Name));
        Assert.Contains(proposal.Notices, n => n.Kind == FindingKind.Contradiction && n.ItemId == 2);
    }

    [Theory]
    [InlineData(LegalBasisLevel.Law, false, false)]
    [InlineData(LegalBasisLevel.StateCouncilDecision, false, true)]
    [InlineData(LegalBasisLevel.LocalRegulation, true, false)]
    [InlineData(LegalBasisLevel.NormativeDocument, true, true)]
    public void Each_profile_judges_the_level_of_the_basis(LegalBasisLevel level, bool notNational, bool notCity)
    {
        var proposal = From(Resource(ShareProperty.NotShared, Item(1, "电话")), Negative(NegativeState.InForce, level, 1));
        Assert.Equal(notNational, proposal.Notices.Any(n => n.Kind == FindingKind.NotNational));
        Assert.Equal(notCity, proposal.Notices.Any(n => n.Kind == FindingKind.NotCity));
    }

    [Fact]
    public void A_second_resource_of_the_same_name_in_one_unit_is_a_finding()
    {
        var (proposals, _) = Inputs.Run([Input(Resource(ShareProperty.Unconditional) with { Id = 1 }), Input(Resource(ShareProperty.Unconditional) with { Id = 2, Name = "企业登记 信息" })]);
        Assert.DoesNotContain(proposals[0].Notices, n => n.Kind == FindingKind.SameName);
        Assert.Contains(proposals[1].Notices, n => n.Kind == FindingKind.SameName);
    }

    [Fact]
    public void A_unit_without_code_is_one_finding_however_many_resources_it_has()
    {
        var generator = new Generator(Inputs.Levels);
        foreach (var id in new[] { 1, 2, 3 }) generator.Next(Input(Resource(ShareProperty.Unconditional) with { Id = id }));
        Assert.Single(generator.OfUnits(), f => f.Notice.Kind == FindingKind.NoUnitCode);
    }

    [Fact]
    public void A_refused_row_stays_refused_while_its_content_is_the_same()
    {
        var proposal = From(Resource(ShareProperty.Unconditional, Item(1, "名称"))).Entry!;
        var stored = new StoredEntry(1, 1, EntryState.Rejected, proposal.Digest, 0, "", false, "", 0, 1, "");
        Assert.Equal(EntryStep.Keep, StoredEntry.Step(stored, proposal));
        Assert.Equal(EntryStep.Replace, StoredEntry.Step(stored with { Digest = "other" }, proposal));
    }

    [Fact]
    public void A_renewed_item_of_the_same_name_is_a_change()
    {
        var before = From(Resource(ShareProperty.Unconditional, Item(1, "名称"))).Entry!;
        var after = From(Resource(ShareProperty.Unconditional, Item(9, "名称"))).Entry!;
        Assert.NotEqual(before.Digest, after.Digest);
    }

    private static Proposal From(PublishedResource resource, NegativeStanding? negative = null) => new Generate(Inputs.Levels).From(Input(resource, negative));

    private static ResourceInput Input(PublishedResource resource, NegativeStanding? negative = null) =>
        new(resource, new ProviderFacts("市经济局", null, false, true), Standing.None with { Negative = negative });

    private static NegativeStanding Negative(NegativeState state, LegalBasisLevel level, params long[] items) => new(state, items.ToHashSet(), level, true, BasisState.InEffect, "");

    private static PublishedItem Item(long id, string name, ShareProperty? share = null) => new(id, (int)id, name, share, "", "");

    private static PublishedResource Resource(ShareProperty? share, params PublishedItem[] items) =>
        new(1, null, "企业登记信息", 7, 1, share, true, "", "", "服务接口", UpdateFrequency.Daily, "一般数据", "登记系统", "", items);
}
