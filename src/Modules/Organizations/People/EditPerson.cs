using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>Changes a person's data, under the version the administrator saw. The sign-in name stays.</summary>
internal sealed class EditPerson(Store store, PersonCheck check, IOrganizationDirectory directory, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Done>> Run(long id, long version, PersonDraft draft, Actor actor, CancellationToken cancel)
    {
        if (id == actor.PersonId) return PersonFaults.Oneself;
        var person = await store.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return PersonFaults.NotFound;
        if (person.Version != version) return PersonFaults.Changed;
        var understood = await check.Run(draft, person, cancel);
        if (!understood.TryGet(out var facts)) return understood.As<Done>();
        var tree = await directory.Tree(cancel);
        var before = person.ToFacts().Shown(tree);
        (person.FullName, person.UnitId, person.Phone, person.Email, person.DeputyOfId) = (facts.FullName, facts.UnitId, facts.Phone, facts.Email, facts.DeputyOfId);
        (person.Version, person.UpdatedAt) = (person.Version + 1, clock.GetUtcNow());
        audit.Add(actor, OrganizationsAudit.PersonEdited, new Subject(OrganizationsAudit.Person, id, person.FullName), before, facts.Shown(tree));
        return await store.TrySave(cancel) ? new Done() : PersonFaults.Changed;
    }
}
