using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Registers.Importing;

/// <summary>按工作簿登记: all rows without faults in one unit of work, as the form of a row would enter each; what is there already is changed and not entered twice.</summary>
internal sealed class TakeRegister(Store store, AuditLog audit, ReadRegister read, SaveRegisterRow save, PublishedCatalog catalog, IOrganizationDirectory organizations)
{
    private static readonly Fault ChangedMeanwhile = new("workflow.register.import.changed", "这本工作簿已经登记过，或者别人先改了其中的登记。请刷新后再看。", null, FaultKind.Conflict);

    /// <summary>Takes a workbook; how many rows were entered and changed.</summary>
    public async Task<Result<(int Entered, int Changed)>> Run(RegisterShape shape, long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.DataCentre)) return CaseFaults.NotYours;
        if (await store.Set<RegisterImport>().SingleOrDefaultAsync(i => i.Id == id && i.Kind == shape.Kind, cancel) is not { } import) return FindRegisterImports.NotFound;
        if (import.Taken || import.Edit != edit) return ChangedMeanwhile;
        var found = await read.Run(shape, import, cancel);
        if (!found.TryGet(out var plan)) return found.As<(int, int)>();
        var taken = plan.Rows.Where(r => r.Fate is RowFate.New or RowFate.Changed).ToList();
        if (taken.Count == 0) return new Fault("workflow.register.import.nothing", "这本工作簿没有可以登记的行：有问题的请按回执改好再传。", null, FaultKind.Conflict);
        var units = await organizations.Tree(cancel);
        var changed = taken.Where(r => r.Id != 0).Select(r => r.Id).ToList();
        var rows = await store.Set<RegisterRow>().Where(r => changed.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var resources = (await catalog.Of([.. taken.Where(r => r.Id == 0).Select(r => r.ResourceId).Distinct()], cancel)).ToDictionary(r => r.Id);
        foreach (var row in taken) save.Write(shape, row.Id == 0 ? null : rows[row.Id], resources.GetValueOrDefault(row.ResourceId), row.Draft, units, actor);
        (import.Taken, import.Entered, import.Changed) = (true, taken.Count - changed.Count, changed.Count);
        import.Edit++;
        audit.Add(actor, RegisterAudit.Taken, RegisterAudit.Of(import), after: new { Created = import.Entered, Updated = import.Changed });
        return await store.TrySave(cancel) ? (import.Entered, import.Changed) : ChangedMeanwhile;
    }
}
