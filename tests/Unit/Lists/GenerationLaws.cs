using CsCheck;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

/// <summary>What holds for every catalogue.</summary>
public sealed class GenerationLaws
{
    [Fact]
    public void Equal_input_gives_an_equal_digest() => Inputs.Many.Sample(inputs => Assert.Equal(Inputs.Run(inputs).Digest, Inputs.Run(inputs).Digest));

    [Fact]
    public void The_order_of_the_input_does_not_matter() =>
        Inputs.Many.Sample(inputs => Assert.Equal(Inputs.Run(inputs).Digest, Inputs.Run(inputs.Reverse()).Digest));

    [Fact]
    public void Ids_leave_no_trace_in_the_canonical_bytes() => Inputs.Many.Sample(inputs =>
        Assert.Equal(Inputs.Run(inputs).Digest, Inputs.Run(inputs.Select(Renumbered)).Digest));

    [Fact]
    public void No_item_is_proposed_for_both_lists() => Inputs.Many.Sample(inputs =>
    {
        foreach (var proposal in Inputs.Run(inputs).Proposals)
            if (proposal is { Entry: { } entry, Negative: { } negative })
                Assert.Empty(entry.Content.Items.Select(i => i.Id).Intersect(negative.Items.Select(i => i.Id)));
    });

    [Fact]
    public void No_item_forbidden_in_force_is_proposed_for_the_responsibility_list() => Inputs.Many.Sample(inputs =>
    {
        foreach (var (input, proposal) in inputs.Zip(Inputs.Run(inputs).Proposals))
            if (input.Standing.Negative is { } negative && proposal.Entry is { } entry)
                Assert.DoesNotContain(entry.Content.Items, i => negative.Forbids(i.Id));
    });

    [Fact]
    public void No_item_not_shared_is_proposed_for_the_responsibility_list() => Inputs.Many.Sample(inputs =>
        Assert.All(Inputs.Run(inputs).Proposals, p => Assert.DoesNotContain(p.Entry?.Content.Items ?? [], i => i.Share == ShareProperty.NotShared)));

    [Fact]
    public void Every_resource_appears_or_has_a_finding() => Inputs.Many.Sample(inputs =>
        Assert.All(Inputs.Run(inputs).Proposals, p => Assert.True(p.Entry is not null || p.Negative is not null || p.Notices.Count > 0)));

    [Fact]
    public void Every_item_is_in_one_list_or_has_a_finding() => Inputs.Many.Sample(inputs =>
    {
        foreach (var (input, proposal) in inputs.Zip(Inputs.Run(inputs).Proposals))
            foreach (var item in input.Resource.Items)
                Assert.True(
                    (proposal.Entry?.Content.Items.Any(i => i.Id == item.Id) ?? false) || Refused(input, proposal, item.Id) || proposal.Notices.Any(n => n.Args.Any(a => a.Split('、').Contains(item.Name))));
    });

    // In the row that stands, unless it was refused; in the candidate that is made where none stands or the refused one says something else by now.
    private static bool Refused(ResourceInput input, Proposal proposal, long item) => input.Standing.Negative is { State: not NegativeState.Rejected } standing
        ? standing.ItemIds.Count == 0 || standing.ItemIds.Contains(item)
        : (proposal.Negative?.Items.Any(i => i.Id == item) ?? false) && input.Standing.Negative?.Digest != proposal.Negative.Digest;

    [Fact]
    public void What_was_stored_as_proposed_asks_for_nothing_more() => Inputs.Many.Sample(inputs =>
    {
        foreach (var (first, again) in Inputs.Run(inputs).Proposals.Zip(Inputs.Run(inputs).Proposals))
            if (first.Entry is { } entry) Assert.Equal(EntryStep.Keep, StoredEntry.Step(Stored(entry, EntryState.Candidate), again.Entry));
    });

    [Fact]
    public void A_row_in_force_is_never_replaced_by_any_proposal() => Gen.Select(Inputs.Many, Gen.Bool).Sample((inputs, same) =>
    {
        foreach (var proposal in Inputs.Run(inputs).Proposals)
        {
            var stored = new StoredEntry(1, 1, EntryState.InForce, same && proposal.Entry is { } e ? e.Digest : "other", 1, "", true, "", 0, 1, "", 0);
            Assert.Contains(StoredEntry.Step(stored, proposal.Entry), new[] { EntryStep.Settle, EntryStep.ProposeChange, EntryStep.ProposeRemoval });
        }
    });

    [Fact]
    public void Nothing_inferred_counts_as_stated() => Inputs.Many.Sample(inputs =>
    {
        foreach (var (input, proposal) in inputs.Zip(Inputs.Run(inputs).Proposals))
            if (proposal.Entry is { ShareStated: true } entry)
                Assert.True(input.Resource.ShareStated || entry.Content.Items.All(kept => input.Resource.Items.Single(i => i.Id == kept.Id).Share is not null));
    });

    private static StoredEntry Stored(EntryProposal p, EntryState state) => new(1, 1, state, p.Digest, p.Content.Version, p.DemandIds, p.ShareStated, p.Rule, 0, 1, p.Content.Name, 0);

    private static ResourceInput Renumbered(ResourceInput input)
    {
        var resource = input.Resource with { Id = input.Resource.Id + 5000, Items = [.. input.Resource.Items.Select(i => i with { Id = i.Id + 500_000 })] };
        // The digest of a row covers the ids of its items.
        var negative = input.Standing.Negative is { } n ? n with { ItemIds = n.ItemIds.Select(i => i + 500_000).ToHashSet(), Digest = n.Digest.Length == 0 ? "" : new Generate().Refused(resource)!.Digest } : null;
        return input with { Resource = resource, Standing = input.Standing with { Negative = negative } };
    }
}
