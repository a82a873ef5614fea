using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Objections;
using Qingdan.Workflow.Updates;

namespace Qingdan.Workflow.Clocks;

/// <summary>What a clock runs for, whichever kind it is.</summary>
/// <param name="Row">Its row, in which the last day stands.</param>
/// <param name="About">How audit log and notices name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Href">Its page.</param>
internal sealed record Matter(IClocked Row, Subject About, string Name, string Href);

/// <summary>Finds the matters of clocks: cases, disputes, objections, updates of the catalogue. One statement for each kind however many, none for a kind when all have been found.</summary>
internal sealed class Matters(Store store)
{
    /// <summary>Those of these ids, by id; whoever changes one writes it himself.</summary>
    public async Task<IReadOnlyDictionary<long, Matter>> Of(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var found = new Dictionary<long, Matter>();
        await Add<Case>(c => new Matter(c, WorkflowAudit.Of(c), c.Name, $"/workflow/cases/{c.Id}"));
        await Add<Dispute>(d => new Matter(d, DisputeAudit.Of(d), d.Name, $"/workflow/disputes/{d.Id}"));
        await Add<Objection>(o => new Matter(o, ObjectionAudit.Of(o), o.Resource, $"/workflow/objections/{o.Id}"));
        await Add<CatalogUpdate>(u => new Matter(u, UpdateAudit.Of(u), u.Basis, MoveUpdate.Href(u)));
        return found;

        async Task Add<T>(Func<T, Matter> matter) where T : class, IClocked
        {
            var rest = ids.Where(id => !found.ContainsKey(id)).ToList();
            if (rest.Count == 0) return;
            foreach (var row in await store.Set<T>().AsNoTracking().Where(r => rest.Contains(r.Id)).ToListAsync(cancel)) found.Add(row.Id, matter(row));
        }
    }
}
