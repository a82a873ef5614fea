using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Standards.LegalBases;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Integration.Organizations;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Updates;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Updates that open by themselves: once, from the day of the change.</summary>
public sealed class UpdateOpeningTests
{
    private static long _last = 1_000;

    [Theory, Engines]
    public async Task A_transfer_that_was_carried_out_opens_one_for_the_unit_that_took_over(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        var transfer = (await world.Record(world.Draft with { Day = "2026-11-20" })).Value;
        await world.Hour();
        await world.Hour();
        var row = await world.Services.With<Store, CatalogUpdate>(s => s.Set<CatalogUpdate>().AsNoTracking().SingleAsync());
        Assert.Equal((world.To, UpdateOrigin.Transfer, transfer, "示编〔2026〕8号", ChangeCause.Duties), (row.UnitId, row.Origin, row.OriginId, row.Basis, row.Cause));
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 4)), (row.ChangedOn, row.DueOn!.Value));
        Assert.Equal([world.First, world.Second], await world.Services.With<Store, List<long>>(s => s.Set<ConcernedResource>().OrderBy(r => r.ResourceId).Select(r => r.ResourceId).ToListAsync()));
    }

    [Theory, Engines]
    public async Task A_transfer_of_nothing_in_the_catalogue_opens_none(Engine engine)
    {
        await using var world = await TransferWorld.Create(engine);
        _ = (await world.Record(world.Draft with { Day = "2026-11-20", To = "示例市市场局" }, from: world.Other)).Value;
        await world.Hour();
        Assert.Equal(0, await world.Services.With<Store, int>(s => s.Set<CatalogUpdate>().CountAsync()));
    }

    [Theory, Engines]
    public async Task A_law_whose_successor_took_effect_opens_one_for_each_unit_that_cites_it_once(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        await world.Services.With<Store>(s => s.Set<Resource>().Where(r => r.Id == world.First).ExecuteUpdateAsync(r => r.SetProperty(x => x.Elements, """{"shareBasis":"《示例甲法》第五条"}""")));
        await world.Services.With<Store>(s => s.Set<Resource>().Where(r => r.Id == world.Second).ExecuteUpdateAsync(r => r.SetProperty(x => x.Elements, """{"shareBasis":"《示例甲法实施条例》第五条"}""")));
        // The other unit cites it by a duty and in its negative list.
        var theirs = (await world.Services.Publish(world.Other, "暂住登记", ShareProperty.Unconditional, true, "编号")).Id;
        await Duty(world, world.Other, "示例甲法第三条", theirs);
        _ = await world.Services.Proposed(world.Other, NegativeWorld.Banned with { BasisName = "示例甲法" });
        await Law(world, "示例甲法", new DateOnly(2010, 1, 1));
        await Law(world, "示例甲法（2026年修订）", new DateOnly(2026, 11, 20));
        await Law(world, "示例市甲条例", new DateOnly(2010, 1, 1), LegalBasisLevel.LocalRegulation);
        await Law(world, "示例市甲条例（2026年修订）", new DateOnly(2026, 11, 20), LegalBasisLevel.LocalRegulation);
        await Duty(world, world.Unit, "《示例市甲条例》第一条", world.Second);
        await world.Hour();
        await world.Hour();
        var rows = await world.Rows();
        Assert.Equal([world.Unit, world.Other], rows.Select(r => r.UnitId).Order());
        Assert.All(rows, r => Assert.Equal(("示例甲法（2026年修订）", ChangeCause.Law, UpdateOrigin.NewVersion, new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 4)), (r.Basis, r.Cause, r.Origin, r.ChangedOn, r.DueOn!.Value)));
        Assert.Equal([world.First], await world.Resources(rows.Single(r => r.UnitId == world.Unit).Id));
        Assert.Equal([theirs], await world.Resources(rows.Single(r => r.UnitId == world.Other).Id));
    }

    [Theory, Engines]
    public async Task A_law_that_was_repealed_counts_from_the_day_the_register_was_told_and_one_from_before_the_regulation_starts_nothing(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        await Duty(world, world.Unit, "《示例乙条例》第三条；《示例丙条例》第一条", world.First);
        var import = await world.Services.With<Store, long>(async s =>
        {
            var taken = new LawImport { Id = 77, FileId = 1, FileName = "废止.xlsx", UploadedBy = "李卫东", UploadedAt = world.Services.Clock.GetUtcNow(), TakenBy = "李卫东", TakenAt = world.Services.Clock.GetUtcNow().AddDays(-3) };
            s.Add(taken);
            await s.SaveChangesAsync();
            return taken.Id;
        });
        await Law(world, "示例乙条例", new DateOnly(2012, 1, 1), LegalBasisLevel.AdministrativeRegulation, LawState.Repealed, import);
        await Law(world, "示例丙条例", new DateOnly(2001, 1, 1), LegalBasisLevel.AdministrativeRegulation);
        await Law(world, "示例丙条例（2025年修订）", new DateOnly(2025, 7, 1), LegalBasisLevel.AdministrativeRegulation);
        await world.Hour();
        await world.Hour();
        var row = Assert.Single(await world.Rows());
        Assert.Equal(("示例乙条例", UpdateOrigin.Repeal, new DateOnly(2026, 11, 20)), (row.Basis, row.Origin, row.ChangedOn));
        Assert.Equal([world.First], await world.Resources(row.Id));
    }

    private static Task Law(UpdateWorld world, string name, DateOnly on, LegalBasisLevel level = LegalBasisLevel.Law, LawState state = LawState.InEffect, long import = 0) => world.Services.With<Store>(async s =>
    {
        s.Add(new LegalBasis { Id = Interlocked.Increment(ref _last), Code = name, Name = name, Number = "", Level = level, EffectiveOn = on, State = state, Certainty = Certainty.Memory, Source = "示例", ImportId = import });
        await s.SaveChangesAsync();
    });

    private static Task Duty(UpdateWorld world, long unit, string basis, long resource) => world.Services.With<Store>(async s =>
    {
        var duty = new Duty { Id = Interlocked.Increment(ref _last), UnitId = unit, Name = basis, NameKey = basis, Basis = basis, CreatedAt = world.Services.Clock.GetUtcNow() };
        s.Add(duty);
        s.Add(new DutyLink { DutyId = duty.Id, Target = DutyTarget.Resource, TargetId = resource });
        await s.SaveChangesAsync();
    });
}
