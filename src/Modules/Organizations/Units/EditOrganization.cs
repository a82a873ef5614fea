using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Directory;
using Qingdan.Organizations.Naming;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Organizations.Units;

/// <summary>
/// Changes a unit's record; saving a proposed one confirms it. <c>version</c> is the one the person saw: when somebody saved in between, nothing is stored
/// and the refusal is <see cref="ChangedMeanwhile"/>. An official name given up stays known as 曾用名.
/// </summary>
internal sealed class EditOrganization(Store store, DraftCheck check, DirectoryCache cache, AuditLog audit, IdSource ids, TimeProvider clock, IEnumerable<IUnitListener> listeners)
{
    public static readonly Fault ChangedMeanwhile =
        new("organizations.unit.changed", "您打开这一页之后，别人先保存了修改。请逐项选择要保留的内容，再保存一次。", null, FaultKind.Conflict);

    public async Task<Result<long>> Run(long id, long version, OrganizationDraft draft, Actor actor, CancellationToken cancel)
    {
        var unit = await store.Set<Organization>().SingleOrDefaultAsync(o => o.Id == id && o.MergedIntoId == null, cancel);
        if (unit is null) return OrganizationFaults.NotFound;
        if (unit.Version != version) return ChangedMeanwhile;
        var understood = await check.Run(draft, id, cancel);
        if (!understood.TryGet(out var facts)) return understood.As<long>();
        var names = await store.Set<OrganizationName>().Where(n => n.UnitId == id).ToListAsync(cancel);
        var before = unit.ToFacts(names);
        var (formerName, former) = (unit.Name, (unit.Name, unit.Code, unit.Kind, unit.State));
        unit.Take(facts);
        (unit.State, unit.Version, unit.UpdatedAt) = (OrganizationState.Active, unit.Version + 1, clock.GetUtcNow());
        if (NameKey.Of(formerName) != NameKey.Of(facts.Name)) store.Add(Renamed(unit, formerName, draft.Document.Trim(), actor));
        Rename(names, facts.Names(id, ids).ToList(), formerName);
        audit.Add(actor, OrganizationsAudit.Edited, new Subject(OrganizationsAudit.Unit, id, unit.Name), before, facts, draft.Document.Trim() is { Length: > 0 } why ? why : null);
        if (former != (unit.Name, unit.Code, unit.Kind, unit.State))
            foreach (var listener in listeners) await listener.Changed([id], actor, cancel);
        if (!await store.TrySave(cancel)) return ChangedMeanwhile;
        cache.Changed();
        return id;
    }

    private HistoryEntry Renamed(Organization unit, string formerName, string document, Actor actor) => new()
    {
        Id = ids.Next(), UnitId = unit.Id, Kind = HistoryKind.Renamed, Day = clock.Today(), Document = document, Note = formerName,
        At = clock.GetUtcNow(), PersonId = actor.PersonId, PersonName = actor.Name,
    };

    // A name that stays keeps its row; one that goes is taken out, but for official names, past and present.
    private void Rename(List<OrganizationName> before, List<OrganizationName> after, string formerName)
    {
        foreach (var name in before)
            if (after.Find(n => n.Key == name.Key) is { } stays) name.Kind = stays.Kind;
            else if (name.Kind == NameKind.Former || name.Key == NameKey.Of(formerName)) name.Kind = NameKind.Former;
            else store.Remove(name);
        store.AddRange(after.Where(n => before.TrueForAll(b => b.Key != n.Key)));
    }
}
