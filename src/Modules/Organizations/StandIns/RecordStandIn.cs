using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.StandIns;

/// <summary>
/// 代理: hands a person's part over to another of the same unit for some days. By the unit's head or the security administrator; a liaison hands over only what he holds himself.
/// Nobody makes himself anybody's deputy, and what is held as a deputy is not handed on.
/// </summary>
internal sealed class RecordStandIn(Store store, IOrganizationDirectory directory, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int MostDays = 366, LongestReason = 200;

    public async Task<Result<long>> Run(long personId, StandInDraft draft, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var person = await Find(personId, actor, tree, cancel);
        if (person is null) return PersonFaults.NotFound;
        var faults = new List<Fault>();
        var given = await Given(person, actor, cancel);
        if (given.Count == 0) faults.Add(new Fault("organizations.stand-in.roles", "这个人没有您能交给别人代理的岗位。单位负责人或安全管理员可以登记本单位的全部岗位，联络员只能登记自己也有的岗位。", null, FaultKind.Forbidden));
        var deputy = await Deputy(draft.Deputy, person, actor, tree, faults, cancel);
        var (from, until) = (TypedDay.Meant(draft.From), TypedDay.Meant(draft.Until));
        if (from is null || from < clock.Today()) faults.Add(new Fault("organizations.stand-in.from", "请填写代理开始的日期，不早于今天。", "from"));
        if (until is null || until < from || until > from?.AddDays(MostDays)) faults.Add(new Fault("organizations.stand-in.until", "请填写代理的最后一天，不早于开始日期，最长一年。", "until"));
        var reason = draft.Reason.Trim();
        if (reason.Length is 0 or > LongestReason) faults.Add(new Fault("organizations.stand-in.reason", "请写明代理的原因，例如休假、调岗，最长 {0} 个字。", "reason", FaultKind.Invalid, LongestReason));
        if (ClassificationMarks.Refusal(reason, "reason") is { } marked) faults.Add(marked);
        if (from is not null && until is not null && await store.Set<StandIn>().AnyAsync(s => s.PersonId == personId && s.EndedAt == null && s.FromDay <= until && s.UntilDay >= from, cancel))
            faults.Add(new Fault("organizations.stand-in.overlap", "这段时间已经登记了代理。请先收回那一次，或者改日期。", "from"));
        if (faults.Count > 0) return faults;
        var row = new StandIn
        {
            Id = ids.Next(), PersonId = personId, DeputyId = deputy!.Id, FromDay = from!.Value, UntilDay = until!.Value, Roles = string.Join(',', given), Reason = reason,
            At = clock.GetUtcNow(), RecorderId = actor.PersonId, RecorderName = actor.Name,
        };
        store.Add(row);
        audit.Add(actor, OrganizationsAudit.StandInRecorded, new Subject(OrganizationsAudit.Person, person.Id, person.FullName), after: new { Deputy = deputy.FullName, row.FromDay, row.UntilDay, Roles = given }, why: reason);
        await store.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>A person in use of the actor's own unit, or of any for the security administrator.</summary>
    public async Task<Person?> Find(long id, Actor actor, UnitTree tree, CancellationToken cancel)
    {
        var (all, own) = (actor.Is(Roles.SecurityAdmin), actor.UnitId == 0 ? [] : tree.Family(actor.UnitId));
        return await store.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.State == PersonState.Active && p.UnitId != null && (all || own.Contains(p.UnitId.Value)), cancel);
    }

    private async Task<List<string>> Given(Person person, Actor actor, CancellationToken cancel)
    {
        var held = await store.Set<PersonRole>().Where(r => r.PersonId == person.Id && StandIn.Possible.Contains(r.Role)).Select(r => r.Role).ToListAsync(cancel);
        var own = await store.Set<PersonRole>().Where(r => r.PersonId == actor.PersonId).Select(r => r.Role).ToListAsync(cancel);
        return own.Contains(Roles.UnitHead) || own.Contains(Roles.SecurityAdmin) ? held : [.. held.Intersect(own)];
    }

    private async Task<Person?> Deputy(string name, Person person, Actor actor, UnitTree tree, List<Fault> faults, CancellationToken cancel)
    {
        var (key, family) = (Person.KeyOf(name), tree.Family(person.UnitId!.Value));
        var deputy = await store.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.SignInKey == key && p.Id != person.Id && p.State == PersonState.Active && p.UnitId != null && family.Contains(p.UnitId.Value)
            && !store.Set<PersonRole>().Any(r => r.PersonId == p.Id && RoleRules.Three.Contains(r.Role)), cancel);
        if (deputy is null) faults.Add(new Fault("organizations.stand-in.deputy", "请选择本单位的另一个在用人员；审计员和管理员不能代理。", "deputy"));
        else if (deputy.Id == actor.PersonId) faults.Add(new Fault("organizations.stand-in.self", "不能登记由您自己代理。请本人、单位负责人或安全管理员登记。", "deputy"));
        return deputy;
    }
}
