using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Merging;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

public sealed class MergeTests
{
    [Theory, Engines]
    public async Task A_merged_unit_stands_for_the_other_until_the_merge_is_undone(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var before = await DirectoryTests.Tree(services);
        var (from, into) = (before.Resolve("示例市北桥区政府")!.Value, before.Resolve("北桥区")!.Value);

        Assert.True((await Merge(services, from, into)).Ok);
        var merged = await DirectoryTests.Tree(services);
        Assert.Equal(into, merged.Resolve("示例市北桥区政府"));
        Assert.Equal("北桥区", merged.ShortName(from));
        Assert.Equal([into, from], merged.Family(from));
        Assert.Equal(merged.Family(from), merged.Family(into));
        Assert.DoesNotContain(merged.All, u => u.Id == from);

        Assert.True((await services.With<UndoMerge, Result<Done>>(u => u.Run(from, DirectoryTests.Someone, default))).Ok);
        var undone = await DirectoryTests.Tree(services);
        Assert.Equal(from, undone.Resolve("示例市北桥区政府"));
        Assert.Equal([into], undone.Family(into));
        Assert.Equal(OrganizationState.Proposed, undone.Find(from)!.State);
        // Findings and numbers follow the unit, both ways: each of them ordered the lists of both.
        Assert.Equal(2, await services.With<Store, int>(s => s.Set<Job>().Where(j => j.Kind == "lists.generate").Select(j => j.Payload).Distinct().CountAsync()));
        Assert.Equal([HistoryKind.Merged, HistoryKind.MergeUndone],
            await services.With<Store, List<HistoryKind>>(s => s.Set<HistoryEntry>().Where(h => h.UnitId == from).OrderBy(h => h.Id).Select(h => h.Kind).ToListAsync()));
    }

    [Theory, Engines]
    public async Task Merges_chain_and_undoing_the_last_leaves_the_first(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var tree = await DirectoryTests.Tree(services);
        long a = tree.Resolve("示例市北桥区政府")!.Value, b = tree.Resolve("北桥区")!.Value, c = tree.Resolve("南塘区")!.Value;
        Assert.True((await Merge(services, a, b)).Ok);
        Assert.True((await Merge(services, b, c)).Ok);
        Assert.Equal(c, (await DirectoryTests.Tree(services)).Find(a)!.Id);
        Assert.True((await services.With<UndoMerge, Result<Done>>(u => u.Run(b, DirectoryTests.Someone, default))).Ok);
        Assert.Equal(b, (await DirectoryTests.Tree(services)).Find(a)!.Id);
    }

    [Theory, Engines]
    public async Task A_unit_does_not_merge_into_itself_below_itself_or_into_what_is_gone(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var tree = await DirectoryTests.Tree(services);
        long district = tree.Resolve("东岸区")!.Value, street = tree.Resolve("梧桐街道")!.Value, other = tree.Resolve("西岭区")!.Value;
        Assert.Equal("organizations.merge.same", (await Merge(services, district, district)).Faults[0].Code);
        Assert.Equal("organizations.merge.below", (await Merge(services, district, street)).Faults[0].Code);
        Assert.True((await Merge(services, district, other)).Ok);
        Assert.Equal("organizations.unit.not-found", (await Merge(services, street, district)).Faults[0].Code);
        var after = await DirectoryTests.Tree(services);
        Assert.Equal(other, after.Parent(after.Find(street)!)!.Id);
    }

    [Theory, Engines]
    public async Task A_pair_kept_apart_is_not_proposed_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var proposal = Assert.Single(await Proposals(services));
        Assert.Equal(("示例市北桥区人民政府", "示例市北桥区政府"), (proposal.Keep.Name, proposal.Merge.Name));
        Assert.True((await services.With<KeepApart, Result<Done>>(k => k.Run(proposal.Merge.Id, proposal.Keep.Id, DirectoryTests.Someone, default))).Ok);
        Assert.Empty(await Proposals(services));
    }

    private static Task<IReadOnlyList<MergeProposal>> Proposals(TestServices services) =>
        services.With<ProposedMerges, IReadOnlyList<MergeProposal>>(p => p.List(default));

    private static Task<Result<Done>> Merge(TestServices services, long from, long into) =>
        services.With<MergeOrganizations, Result<Done>>(m => m.Run(from, into, DirectoryTests.Someone, default));
}
