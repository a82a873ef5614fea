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
        Assert.Contains(proposal.Notices, n => n.Kind == ListFindings.NoBasis);
    }

    [Fact]
    public void A_resource_without_items_yields_one_row_for_the_whole() => Assert.Equal(GenerationRules.Whole, From(Resource(ShareProperty.Unconditional)).Entry!.Rule);

    [Fact]
    public void An_inferred_share_property_makes_a_candidate_that_is_not_stated()
    {
        var proposal = From(Resource(ShareProperty.Unconditional, Item(1, "名称")) with { ShareStated = false });
        Assert.False(proposal.Entry!.ShareStated);
        Assert.Equal(GenerationRules.Inferred, proposal.Entry.Rule);
        Assert.Contains(proposal.Notices, n => n.Kind == ListFindings.ShareInferred);
    }

    [Fact]
    public void An_undetermined_share_property_makes_a_candidate_without_one() => Assert.Null(From(Resource(null, Item(1, "名称"))).Entry!.Content.Share);

    [Fact]
    public void What_the_negative_list_forbids_stays_out_even_when_the_catalogue_shares_it()
    {
        var negative = Negative(NegativeState.InForce, LegalBasisLevel.Law, 2);
        var proposal = From(Resource(ShareProperty.Unconditional, Item(1, "名称"), Item(2, "电话")), negative);
        Assert.Equal(["名称"], proposal.Entry!.Content.Items.Select(i => i.Name));
        Assert.Contains(proposal.Notices, n => n.Kind == ListFindings.Contradiction && n.Args[0] == "电话");
    }

    [Theory]
    [InlineData(LegalBasisLevel.Law, "")]
    [InlineData(LegalBasisLevel.StateCouncilDecision, "R03C")]
    [InlineData(LegalBasisLevel.LocalRegulation, "R03N")]
    [InlineData(LegalBasisLevel.LocalRule, "R03L")]
    [InlineData(LegalBasisLevel.NormativeDocument, "R03L")]
    public void The_level_of_the_basis_is_judged_as_at_its_review(LegalBasisLevel level, string code)
    {
        var proposal = From(Resource(ShareProperty.NotShared, Item(1, "电话")), Negative(NegativeState.InForce, level, 1));
        Assert.Equal(code, string.Join(' ', proposal.Notices.Select(n => n.Kind.Code).Where(c => c.StartsWith("R03", StringComparison.Ordinal))));
    }

    [Fact]
    public void Items_of_one_kind_of_finding_are_named_together()
    {
        var negative = Negative(NegativeState.InForce, LegalBasisLevel.Law, 1) with { Narrowed = new HashSet<long> { 2 } };
        var resource = Resource(ShareProperty.NotShared, Item(1, "电话"), Item(2, "住址"), Item(3, "证件号"), Item(4, "照片"));
        Assert.Equal([("R03", "证件号、照片"), ("N03", "住址")], From(resource, negative).Notices.Where(n => n.Kind.Code is "R03" or "N03").Select(n => (n.Kind.Code, n.Args[0])).OrderDescending());
        var shared = From(Resource(ShareProperty.Unconditional, Item(1, "电话"), Item(2, "住址")), Negative(NegativeState.InForce, LegalBasisLevel.Law)).Notices;
        Assert.Equal("电话、住址", Assert.Single(shared, n => n.Kind == ListFindings.Contradiction).Args[0]);
    }

    [Fact]
    public void Who_ended_a_refusal_is_told_apart()
    {
        var resource = Resource(ShareProperty.NotShared, Item(1, "电话"));
        var ended = Negative(NegativeState.Rejected, LegalBasisLevel.Law, 1) with { Digest = new Generate().Refused(resource)!.Digest };
        Assert.Contains(From(resource, ended with { Ruled = true }).Notices, n => n.Kind == ListFindings.NegativeRefused);
        Assert.Contains(From(resource, ended).Notices, n => n.Kind == ListFindings.NegativeGivenUp);
    }

    [Fact]
    public void A_unit_without_code_is_one_finding_however_many_resources_it_has()
    {
        var generator = new Generator();
        foreach (var id in new[] { 1, 2, 3 }) generator.Next(Input(Resource(ShareProperty.Unconditional) with { Id = id }));
        Assert.Single(generator.OfUnits(), f => f.Notice.Kind == ListFindings.NoUnitCode);
    }

    [Fact]
    public void A_refused_row_stays_refused_while_its_content_is_the_same()
    {
        var proposal = From(Resource(ShareProperty.Unconditional, Item(1, "名称"))).Entry!;
        var stored = new StoredEntry(1, 1, EntryState.Rejected, proposal.Digest, 0, "", false, "", 0, 1, "", 0);
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

    private static Proposal From(PublishedResource resource, NegativeStanding? negative = null) => new Generate().From(Input(resource, negative));

    private static ResourceInput Input(PublishedResource resource, NegativeStanding? negative = null) =>
        new(resource, new ProviderFacts("市经济局", null, false, Inputs.Laws), Standing.None with { Negative = negative });

    private static NegativeStanding Negative(NegativeState state, LegalBasisLevel level, params long[] items) => new(state, items.ToHashSet(), level, true, BasisState.InEffect, "");

    private static PublishedItem Item(long id, string name, ShareProperty? share = null) => new(id, (int)id, name, share, "", "");

    private static PublishedResource Resource(ShareProperty? share, params PublishedItem[] items) =>
        new(1, null, "企业登记信息", 7, 1, share, true, "", "", "服务接口", UpdateFrequency.Daily, "一般数据", "登记系统", "", "关系型数据库", items);
}
