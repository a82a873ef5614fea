using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Merging;
using Qingdan.Organizations.Transfers;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

/// <summary>职能划转: what goes, when, and what stays as it was.</summary>
public sealed class TransferTests
{
    [Theory, Engines]
    public async Task What_the_impact_names_is_what_moves_and_nothing_else(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var both = await world.Ask(world.Other, world.First, world.Second);
        var own = await world.Ask(world.To, world.First);
        await world.Services.Publish(world.To, "企业登记", ShareProperty.Unconditional);
        var draft = world.Draft with { Scope = "System", System = "业务系统", Day = "2026-11-23" };
        var facts = await world.Services.With<TransferCheck, Result<TransferFacts>>(c => c.Run(world.From, draft, true, default));
        var impact = await world.Services.With<ReadTransfer, ImpactView>(r => r.Impact(facts.Value, default));
        Assert.Equal(["企业登记"], impact.Alike);
        var before = await world.Holders();
        var id = (await world.Record(draft)).Value;
        await world.Work();

        var moved = (await world.Holders()).Where(h => before.TryGetValue(h.Key, out var was) && was != h.Value).Select(h => h.Key).Order().ToList();
        Assert.Equal(impact.Groups.SelectMany(g => g.Goes).Select(r => r.Id).Order(), moved);
        Assert.Equal(["数据目录 1", "责任清单 1", "负面清单 0", "需求清单 1", "数据异议 0", "共享授权 0", "挂接 0"], impact.Groups.Select(g => $"{g.Kind} {g.Goes.Count}"));
        Assert.Equal([both, own], impact.Groups.Single(g => g.Kind == "需求清单").Stays.Select(r => r.Id));
        // The sheet says the same afterwards.
        Assert.Equal(impact.Groups.SelectMany(g => g.Goes), (await world.Groups(id)).SelectMany(g => g.Goes));
    }

    [Theory, Engines]
    public async Task All_of_a_unit_takes_along_what_hangs_on_no_resource(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        await world.Record(world.Draft with { Day = "2026-11-23" });
        await world.Work();
        var holders = await world.Holders();
        Assert.All([world.First, world.Second, world.Banned, world.OnItsWay, world.Wanted], id => Assert.Equal(world.To, holders[id]));
        Assert.DoesNotContain(world.From, holders.Values);
    }

    [Theory, Engines]
    public async Task Ticked_resources_go_and_only_those_of_the_unit_can_be_ticked(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var strange = await world.Services.Publish(world.Other, "统计年鉴", ShareProperty.Unconditional);
        var draft = world.Draft with { Scope = "Chosen", Day = "2026-11-23" };
        Assert.Equal("organizations.duties.picks", (await world.Record(draft)).Faults.Single().Code);
        Assert.Equal("organizations.duties.gone", (await world.Record(draft with { Picks = [world.Second, strange.Id] })).Faults.Single().Code);
        await world.Record(draft with { Picks = [world.Second] });
        await world.Work();
        var holders = await world.Holders();
        Assert.Equal((world.From, world.To), (holders[world.First], holders[world.Second]));
    }

    [Theory, Engines]
    public async Task It_happens_on_its_day_at_midnight_in_Shanghai_and_takes_what_is_there_then(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var id = (await world.Record()).Value;
        world.Services.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 29, 15, 59, 0, TimeSpan.Zero)); // 23:59 on the 29th in Shanghai
        await world.Hour();
        Assert.Equal((TransferState.Pending, world.From), ((await world.Row(id)).State, (await world.Holders())[world.First]));

        var late = await world.Services.Publish(world.From, "后来的目录", ShareProperty.Unconditional);
        world.Services.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Hour();
        var holders = await world.Holders();
        Assert.Equal((TransferState.Done, world.To, world.To), ((await world.Row(id)).State, holders[world.First], holders[late.Id]));
    }

    [Theory, Engines]
    public async Task It_is_carried_out_once_however_often_it_is_ordered(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var id = (await world.Record(world.Draft with { Day = "2026-11-20" })).Value;
        await world.Order();
        Assert.Equal(1, await Orders(world));
        await world.Work();
        var edit = (await world.Services.With<Store, Resource>(s => s.Set<Resource>().SingleAsync(r => r.Id == world.First))).Edit;
        await world.Services.With<Store>(async store =>
        {
            await store.Set<Job>().Where(j => j.Kind == CarryOutTransfer.JobKind).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Queued));
        });
        await world.Hour();
        Assert.Equal(edit, (await world.Services.With<Store, Resource>(s => s.Set<Resource>().SingleAsync(r => r.Id == world.First))).Edit);
        Assert.Equal(1, await world.Services.With<Store, int>(s => s.Set<HistoryEntry>().CountAsync(h => h.Kind == HistoryKind.DutiesMoved)));
        Assert.Equal(1, await world.Services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync(e => e.Action == "organizations.unit.duties-carried-out")));
        Assert.Equal(TransferState.Done, (await world.Row(id)).State);
    }

    [Theory, Engines]
    public async Task One_that_was_withdrawn_does_nothing_and_one_that_happened_cannot_be(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var (taken, kept) = ((await world.Record()).Value, (await world.Record(world.Draft with { Scope = "System", System = "年报系统" })).Value);
        Assert.True((await Withdraw(world, taken)).Ok);
        world.Services.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal("organizations.duties.too-late", (await Withdraw(world, kept)).Faults.Single().Code);
        await world.Hour();
        var holders = await world.Holders();
        Assert.Equal((world.From, world.To), (holders[world.First], holders[world.Second]));
        Assert.Equal("organizations.duties.too-late", (await Withdraw(world, taken)).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task Codes_versions_days_and_history_stay(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        await world.Services.With<Store>(async store =>
        {
            foreach (var (id, code) in new[] { (world.First, "009990119/000001"), (world.Second, "009990119/000002") }) await store.Execute("UPDATE catalog_resources SET code = @code WHERE id = @id", default, ("code", code), ("id", id));
            store.Add(new ResourceVersion { Id = 77, ResourceId = world.First, Number = 9, Content = "{}", ReplacedBy = "王敏" });
            await store.SaveChangesAsync();
        });
        var before = await Kept(world);
        var events = await Events(world);
        await world.Record(world.Draft with { Day = "2026-11-23" });
        await world.Work();
        Assert.Equal(before, await Kept(world));
        var after = await Events(world);
        Assert.Equal(events, after.Take(events.Count));
        var told = await world.Services.With<Store, AuditEvent>(s => s.Set<AuditEvent>().SingleAsync(e => e.Action == "catalog.resource.handed-over" && e.SubjectId == world.First));
        Assert.Contains("示例市经济局", told.Before!, StringComparison.Ordinal);
        Assert.Equal("示编〔2026〕8号", told.Why);
    }

    [Theory, Engines]
    public async Task Lists_held_in_memory_show_the_new_unit_and_generation_finds_nothing_to_do(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var units = await DirectoryTests.Tree(world.Services);
        Task<CatalogPage> Of(long unit) => world.Services.With<BrowseCatalog, CatalogPage>(b => b.Page(new() { Facets = new Dictionary<string, IReadOnlyList<string>> { ["unit"] = [$"{unit}"] } }, TransferWorld.Authority, default));
        Task<IReadOnlyList<long>> Entries(long unit) => world.Services.With<FindEntries, IReadOnlyList<long>>(f => f.Ids(new EntryFilter(EntryState.InForce, [], unit), "unit", TransferWorld.Authority, default));
        Assert.Equal((2, 2), ((await Of(world.From)).Total, (await Entries(world.From)).Count));
        await world.Record(world.Draft with { Day = "2026-11-23" });
        await world.Work();
        Assert.Equal((0, 0), ((await Of(world.From)).Total, (await Entries(world.From)).Count));
        Assert.Equal((2, 2), ((await Of(world.To)).Total, (await Entries(world.To)).Count));
        var run = await world.Services.Generate();
        Assert.Equal((0, 0, 0), (run.Candidates, run.Changes, run.Removals));
        Assert.Equal(2, units.All.Count(u => u.Id == world.From || u.Id == world.To));
    }

    [Theory, Engines]
    public async Task A_row_that_a_generation_wrote_meanwhile_follows_its_resource_with_the_next(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        await world.Record(world.Draft with { Day = "2026-11-23" });
        await world.Work();
        await world.Services.With<Store>(s => s.Execute("UPDATE lists_entries SET provider_id = @from", default, ("from", world.From)));
        await world.Services.Generate(world.To);
        Assert.All(await world.Services.Entries(), e => Assert.Equal(world.To, e.ProviderId));
    }

    [Theory, Engines]
    public async Task A_unit_that_became_part_of_another_meanwhile_hands_over_its_own_rows_only(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var strange = await world.Services.Publish(world.Other, "统计年鉴", ShareProperty.Unconditional);
        await world.Record();
        await world.Services.With<MergeOrganizations, Result<Done>>(m => m.Run(world.From, world.Other, TransferWorld.Authority, default));
        world.Services.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 2, 0, 0, TimeSpan.Zero));
        await world.Hour();
        var holders = await world.Holders();
        Assert.Equal((world.To, world.Other), (holders[world.First], holders[strange.Id]));
    }

    [Theory, Engines]
    public async Task A_merger_has_its_day_too_and_moves_no_row(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var id = (await world.Record(world.Draft with { Kind = "Merge" })).Value;
        var before = await world.Holders();
        world.Services.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 29, 16, 0, 0, TimeSpan.Zero));
        await world.Hour();
        Assert.Equal(before, await world.Holders());
        var tree = await DirectoryTests.Tree(world.Services);
        Assert.Equal(world.To, tree.Find(world.From)!.Id);
        var history = await world.Services.With<Store, HistoryEntry>(s => s.Set<HistoryEntry>().SingleAsync(h => h.UnitId == world.From));
        Assert.Equal((HistoryKind.Merged, new DateOnly(2026, 11, 30), "示编〔2026〕8号"), (history.Kind, history.Day, history.Document));
        var view = (await world.Services.With<ReadTransfer, Result<TransferView>>(r => r.Run(id, TransferWorld.Authority, default))).Value;
        Assert.Equal((TransferState.Done, "示例市经济局", "示例市市场局", 2), (view.Line.State, view.Line.From.Name, view.Line.To.Name, view.Groups[0].Goes.Count));
    }

    [Theory, Engines]
    public async Task One_that_cannot_be_carried_out_waits_says_why_and_can_be_withdrawn(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var id = (await world.Record(world.Draft with { Kind = "Merge" })).Value;
        await world.Services.With<MergeOrganizations, Result<Done>>(m => m.Run(world.From, world.Other, TransferWorld.Authority, default));
        world.Services.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 2, 0, 0, TimeSpan.Zero));
        await world.Hour();
        var row = await world.Row(id);
        Assert.Equal(TransferState.Pending, row.State);
        Assert.NotEmpty(row.Problem);
        Assert.Empty(await world.Services.With<Store, List<TransferRow>>(s => s.Set<TransferRow>().ToListAsync()));
        Assert.True((await Withdraw(world, id)).Ok);
    }

    [Theory, Engines]
    public async Task All_that_is_missing_is_said_at_once(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var refused = await world.Record(new TransferDraft { Kind = "x", Scope = "System", System = "没有的系统", Document = "", Note = "" });
        Assert.Equal(
            ["organizations.duties.kind", "organizations.duties.to", "organizations.duties.day", "organizations.duties.document", "organizations.duties.note", "organizations.duties.system"],
            refused.Faults.Select(f => f.Code));
    }

    private static Task<Result<Done>> Withdraw(TransferWorld world, long id) => world.Services.With<WithdrawTransfer, Result<Done>>(w => w.Run(id, TransferWorld.Authority, default));

    private static Task<int> Orders(TransferWorld world) => world.Services.With<Store, int>(s => s.Set<Job>().CountAsync(j => j.Kind == CarryOutTransfer.JobKind));

    private static Task<List<long>> Events(TransferWorld world) => world.Services.With<Store, List<long>>(s => s.Set<AuditEvent>().OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());

    // Everything of the rows but whose they are and the marks of having been written.
    private static Task<List<string>> Kept(TransferWorld world) => world.Services.With<Store, List<string>>(async s =>
    [
        .. (await s.Set<Resource>().AsNoTracking().OrderBy(r => r.Id).ToListAsync()).Select(r => $"{r.Id} {r.Code} {r.Version} {r.State}"),
        .. (await s.Set<ResourceVersion>().AsNoTracking().ToListAsync()).Select(v => $"{v.ResourceId} {v.Number} {v.Content} {v.ReplacedBy}"),
        .. (await s.Set<Entry>().AsNoTracking().OrderBy(e => e.Id).ToListAsync()).Select(e => $"{e.Id} {e.Number} {e.State} {e.PromisedOn} {e.DecidedBy} {e.DecidedAt}"),
        .. (await s.Set<Negative>().AsNoTracking().OrderBy(n => n.Id).ToListAsync()).Select(n => $"{n.Id} {n.Number} {n.State} {n.Step} {n.ReviewOn}"),
        .. (await s.Set<Demand>().AsNoTracking().OrderBy(d => d.Id).ToListAsync()).Select(d => $"{d.Id} {d.Number} {d.UnitId} {d.State} {d.StartsOn} {d.EndsOn} {d.SubmittedAt} {d.ListedAt}"),
    ]);
}
