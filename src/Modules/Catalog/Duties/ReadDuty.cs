using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;

namespace Qingdan.Catalog.Duties;

/// <summary>Reads a duty with what serves it, and what of the unit could.</summary>
internal sealed class ReadDuty(Store store, RegisterAccess access, ResourceAccess resources, IOrganizationDirectory organizations, DecisionBook decisions)
{
    /// <summary>The most resources offered at once, and the most events shown.</summary>
    public const int MostOffered = 50, MostEvents = 50;

    /// <param name="id">The duty.</param>
    /// <param name="words">Words that the names of resources offered hold.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Result<DutyView>> Run(long id, string words, Actor actor, CancellationToken cancel)
    {
        var duty = await (await access.Seen<Duty>(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (duty is null) return RegisterFaults.NoDuty;
        var links = await store.Set<DutyLink>().AsNoTracking().Where(l => l.DutyId == id).ToListAsync(cancel);
        var (linked, linkedSystems) = (Ids(links, DutyTarget.Resource), Ids(links, DutyTarget.System));
        var keeps = await access.Keeps(duty.UnitId, actor, cancel);
        var systems = await (await access.Seen<InformationSystem>(actor, cancel)).AsNoTracking().Where(s => linkedSystems.Contains(s.Id)).OrderBy(s => s.Name).ToListAsync(cancel);
        var view = new DutyView
        {
            Id = id, Draft = DutyDraft.Of(duty), State = duty.State, Edit = duty.Edit, Unit = (await organizations.Tree(cancel)).Find(duty.UnitId)?.Name ?? "", Keeps = keeps,
            Resources = await (await resources.Seen(actor, cancel)).Where(r => linked.Contains(r.Id)).OrderBy(r => r.Name).Select(r => new LinkedResource(r.Id, r.Name, r.Code, r.State)).ToListAsync(cancel),
            Systems = systems.ConvertAll(Linked), Events = await decisions.History(CatalogAudit.DutyKind, id, MostEvents, cancel),
        };
        return keeps && duty.State == DutyState.InUse ? await Offer(view, duty, linked, linkedSystems, words, actor, cancel) : view;
    }

    private async Task<DutyView> Offer(DutyView view, Duty duty, long[] linked, long[] linkedSystems, string words, Actor actor, CancellationToken cancel)
    {
        var further = (await resources.Own(actor, cancel)).AsNoTracking().Where(r => !linked.Contains(r.Id) && r.State != Contracts.ResourceState.Withdrawn);
        if (Contracts.NameKey.Of(words) is { Length: > 0 } key) further = further.Where(r => r.NameKey.Contains(key));
        return view with
        {
            FurtherTotal = await further.CountAsync(cancel),
            Further = await further.OrderBy(r => r.Duty == duty.Name ? 0 : 1).ThenBy(r => r.Name).Take(MostOffered).Select(r => new LinkedResource(r.Id, r.Name, r.Code, r.State)).ToListAsync(cancel),
            FurtherSystems = (await (await access.Own<InformationSystem>(actor, cancel)).AsNoTracking().Where(s => !linkedSystems.Contains(s.Id) && s.State != SystemState.Stopped).OrderBy(s => s.Name).ToListAsync(cancel)).ConvertAll(Linked),
        };
    }

    private static LinkedSystem Linked(InformationSystem s) => new(s.Id, s.Name, s.State);

    private static long[] Ids(IEnumerable<DutyLink> links, DutyTarget target) => [.. links.Where(l => l.Target == target).Select(l => l.TargetId)];
}
