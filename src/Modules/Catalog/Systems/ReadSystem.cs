using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems.Planning;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Systems;

/// <summary>Reads a system with its resources, duties, plan and checks.</summary>
internal sealed class ReadSystem(Store store, RegisterAccess access, SystemResources resources, IOrganizationDirectory organizations, DecisionBook decisions)
{
    private const int MostEvents = 50;

    /// <summary>The row, if this person may see it.</summary>
    public async Task<InformationSystem?> Row(long id, Actor actor, CancellationToken cancel) =>
        await (await access.Seen<InformationSystem>(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);

    /// <summary>All of it.</summary>
    public async Task<Result<SystemView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await Row(id, actor, cancel) is not { } row) return RegisterFaults.NoSystem;
        var (unit, keeps) = ((await organizations.Tree(cancel)).Find(row.UnitId), await access.Keeps(row.UnitId, actor, cancel));
        var own = await resources.Of(row, cancel);
        return new SystemView
        {
            Id = id, Draft = SystemDraft.Of(row), Edit = row.Edit, State = row.State, Protection = row.Protection, Proposed = row.Proposed, Unit = unit?.Name ?? "", UnitId = unit?.Id ?? row.UnitId,
            Keeps = keeps, Checks = keeps || actor.Is(Roles.City),
            ResourceTotal = await own.CountAsync(cancel),
            Resources = await own.OrderBy(r => r.Name).Take(SystemView.MostResources).Select(r => new LinkedResource(r.Id, r.Name, r.Code, r.State)).ToListAsync(cancel),
            Duties = await Duties(DutyTarget.System, id, cancel), Plan = await Plan(id, cancel), Taken = await Checks(id, cancel),
            Events = await decisions.History(CatalogAudit.SystemKind, id, MostEvents, cancel),
        };
    }

    /// <summary>What a resource's page says of its system and duties, for those who see the registers of its unit.</summary>
    public async Task<ResourceLayers?> Of(long resourceId, long provider, string systemName, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var family = units.Family(provider);
        if (!actor.Is(Roles.SeeAll) && !family.Contains(actor.UnitId)) return null;
        var index = new SystemIndex(await store.Set<InformationSystem>().AsNoTracking().Where(s => family.Contains(s.UnitId)).ToListAsync(cancel), units);
        var match = index.Of(provider, systemName);
        return new([.. match.Known.Select(s => new LinkedSystem(s.Id, s.Name, s.State))], match.Unknown, await Duties(DutyTarget.Resource, resourceId, cancel));
    }

    /// <summary>The recorded check with its lines, or null.</summary>
    public async Task<(CheckRow Row, IReadOnlyList<PlanLine> Lines)?> Check(long systemId, long id, CancellationToken cancel) =>
        await store.Set<PlanCheck>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.SystemId == systemId, cancel) is { } check ? (Row(check), PlanCheck.Read(check.Lines)) : null;

    /// <summary>The planned resources in their order.</summary>
    public async Task<IReadOnlyList<PlanView>> Plan(long id, CancellationToken cancel) => (await store.Set<PlannedResource>().AsNoTracking().Where(p => p.SystemId == id).OrderBy(p => p.Place).ToListAsync(cancel))
        .ConvertAll(p => new PlanView(PlanRow.Of(p), RegisterText.Lines(p.Items), p.Share?.Name() ?? "未定", p.Frequency?.Name() ?? "未定"));

    private async Task<IReadOnlyList<CheckRow>> Checks(long id, CancellationToken cancel) =>
        (await store.Set<PlanCheck>().AsNoTracking().Where(c => c.SystemId == id).OrderByDescending(c => c.Id).ToListAsync(cancel)).ConvertAll(Row);

    /// <summary>The duties that a resource or a system serves; for those who see the registers of its unit.</summary>
    public Task<List<LinkedDuty>> Duties(DutyTarget target, long id, CancellationToken cancel) => (
        from link in store.Set<DutyLink>().AsNoTracking()
        join duty in store.Set<Duty>() on link.DutyId equals duty.Id
        where link.Target == target && link.TargetId == id
        orderby duty.Name
        select new LinkedDuty(duty.Id, duty.Name, duty.State)).ToListAsync(cancel);

    private static CheckRow Row(PlanCheck c) => new(c.Id, c.Passed, c.Checker, c.CheckedOn, c.Remark, c.RecordedBy, c.RecordedAt);
}

/// <summary>Where a resource stands in the three layers.</summary>
/// <param name="Systems">The registered systems it comes from.</param>
/// <param name="Unknown">Names under 来源系统 that nobody registered.</param>
/// <param name="Duties">The duties it serves.</param>
public sealed record ResourceLayers(IReadOnlyList<LinkedSystem> Systems, IReadOnlyList<string> Unknown, IReadOnlyList<LinkedDuty> Duties);
