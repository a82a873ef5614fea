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
/// <param name="Edited">The same row, as one that is changed.</param>
/// <param name="About">How audit log and notices name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Href">Its page.</param>
internal sealed record Matter(IClocked Row, IEditedRow Edited, Subject About, string Name, string Href);

/// <summary>Finds the matters of clocks: cases, disputes, objections, updates of the catalogue. One statement for each kind however many.</summary>
internal sealed class Matters(Store store)
{
    /// <summary>Those of these ids, by id, followed by the unit of work.</summary>
    public async Task<IReadOnlyDictionary<long, Matter>> Of(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var cases = await store.Set<Case>().Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
        var disputes = await store.Set<Dispute>().Where(d => ids.Contains(d.Id)).ToListAsync(cancel);
        var objections = await store.Set<Objection>().Where(o => ids.Contains(o.Id)).ToListAsync(cancel);
        var updates = await store.Set<CatalogUpdate>().Where(u => ids.Contains(u.Id)).ToListAsync(cancel);
        IEnumerable<Matter> all =
        [
            .. cases.Select(c => new Matter(c, c, WorkflowAudit.Of(c), c.Name, $"/workflow/cases/{c.Id}")),
            .. disputes.Select(d => new Matter(d, d, DisputeAudit.Of(d), d.Name, $"/workflow/disputes/{d.Id}")),
            .. objections.Select(o => new Matter(o, o, ObjectionAudit.Of(o), o.Resource, $"/workflow/objections/{o.Id}")),
            .. updates.Select(u => new Matter(u, u, UpdateAudit.Of(u), u.Basis, MoveUpdate.Href(u))),
        ];
        return all.ToDictionary(m => m.Row.Id);
    }
}
