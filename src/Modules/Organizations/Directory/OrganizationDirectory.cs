using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Naming;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Organizations.Directory;

/// <inheritdoc cref="IOrganizationDirectory"/>
internal sealed class OrganizationDirectory(DirectoryCache cache, Store store, AuditLog audit, IdSource ids, TimeProvider clock) : IOrganizationDirectory
{
    public ValueTask<UnitTree> Tree(CancellationToken cancel) => cache.Tree(cancel);

    public async Task<IReadOnlyDictionary<string, long>> EnsureProposed(IEnumerable<string> names, Actor actor, CancellationToken cancel)
    {
        var wanted = names.Distinct().Select(name => (Name: name, Key: NameKey.Of(name))).Where(n => n.Key.Length > 0).ToList();
        // From the store and not from the picture: the caller's transaction may have made some of them.
        var known = new Dictionary<string, long>();
        foreach (var keys in wanted.Select(n => n.Key).Distinct().Chunk(500))
            foreach (var found in await store.Set<OrganizationName>().AsNoTracking().Where(n => keys.Contains(n.Key)).ToListAsync(cancel)) known[found.Key] = found.UnitId;
        foreach (var (name, key) in wanted)
            if (!known.ContainsKey(key)) known[key] = Propose(name.Trim(), actor);
        await store.SaveChangesAsync(cancel);
        cache.Changed();
        var tree = await cache.Tree(cancel);
        return wanted.ToDictionary(n => n.Name, n => tree.Find(known[n.Key])?.Id ?? known[n.Key]);
    }

    private long Propose(string name, Actor actor)
    {
        var now = clock.GetUtcNow();
        var parts = NameParts.Of(name);
        var unit = new Organization
        {
            Id = ids.Next(),
            Name = name,
            Kind = KindInference.Of(name),
            KindInferred = true,
            Level = parts.Level,
            District = parts.District,
            State = OrganizationState.Proposed,
            CreatedAt = now,
            UpdatedAt = now,
        };
        store.Add(unit);
        store.Add(OrganizationName.Of(ids.Next(), unit.Id, name, NameKind.Official));
        audit.Add(actor, OrganizationsAudit.Proposed, new Subject(OrganizationsAudit.Unit, unit.Id, name), after: new { name, unit.Kind });
        return unit.Id;
    }
}
