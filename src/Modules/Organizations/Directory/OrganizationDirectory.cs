using System.Data.Common;
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

    public ValueTask<UnitTree> Now(CancellationToken cancel)
    {
        cache.Changed();
        return cache.Tree(cancel);
    }

    public async Task<IReadOnlyDictionary<string, long>> EnsureProposed(IEnumerable<string> names, Actor actor, CancellationToken cancel)
    {
        try
        {
            return await Ensure(names, actor, cancel);
        }
        catch (DbException taken) when (GuardedSave.IsTaken(taken) && store.Database.CurrentTransaction is null)
        {
            // Another import proposed one of them in this moment: it is found now.
            return await Ensure(names, actor, cancel);
        }
    }

    private async Task<IReadOnlyDictionary<string, long>> Ensure(IEnumerable<string> names, Actor actor, CancellationToken cancel)
    {
        var wanted = names.Distinct().Select(name => (Name: name, Key: NameKey.Of(name))).Where(n => n.Key.Length > 0).ToList();
        // From the store and not from the picture: the caller's transaction may have made some of them.
        var known = new Dictionary<string, long>();
        foreach (var keys in wanted.Select(n => n.Key).Distinct().Chunk(500))
            foreach (var found in await store.Set<OrganizationName>().AsNoTracking().Where(n => keys.Contains(n.Key)).ToListAsync(cancel)) known[found.Key] = found.UnitId;
        var units = new List<Organization>();
        foreach (var (name, key) in wanted)
            if (!known.ContainsKey(key))
            {
                units.Add(Propose(name.Trim()));
                known[key] = units[^1].Id;
            }
        if (units.Count > 0) await Insert(units, actor, cancel);
        var tree = await cache.Tree(cancel);
        return wanted.ToDictionary(n => n.Name, n => tree.Living(known[n.Key]));
    }

    // A province's file brings thousands at once.
    private async Task Insert(List<Organization> units, Actor actor, CancellationToken cancel)
    {
        await using var transaction = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(cancel) : null;
        await store.InsertMany(units, cancel);
        await store.InsertMany(units.ConvertAll(u => OrganizationName.Of(ids.Next(), u.Id, u.Name, NameKind.Official)), cancel);
        await store.InsertMany(units.ConvertAll(u => audit.Event(actor, OrganizationsAudit.Proposed, new Subject(OrganizationsAudit.Unit, u.Id, u.Name), after: new { u.Name, u.Kind })), cancel);
        if (transaction is not null) await transaction.CommitAsync(cancel);
        cache.Changed();
    }

    private Organization Propose(string name)
    {
        var now = clock.GetUtcNow();
        var parts = NameParts.Of(name);
        return new Organization
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
    }
}
