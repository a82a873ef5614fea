using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>The workbooks of demands of the own unit.</summary>
internal sealed class FindImports(Store store, IOrganizationDirectory organizations)
{
    private const int MostListed = 20;

    public static readonly Fault NotFound = new("lists.demand.import.not-found", "没有这本需求工作簿，或它是别的单位的。", null, FaultKind.NotFound);
    public static readonly Fault ChangedMeanwhile = new("lists.demand.import.changed", "这本工作簿已经办过，或者别人先改了列对应。请刷新后再看。", null, FaultKind.Conflict);

    /// <summary>One to be worked on; null when there is none of the own unit.</summary>
    public async Task<DemandImport?> One(long id, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        return await store.Set<DemandImport>().SingleOrDefaultAsync(i => i.Id == id && own.Contains(i.UnitId), cancel);
    }

    /// <summary>The last ones.</summary>
    public async Task<IReadOnlyList<ImportRowView>> Last(Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        return (await store.Set<DemandImport>().AsNoTracking().Where(i => own.Contains(i.UnitId)).OrderByDescending(i => i.Id).Take(MostListed).ToListAsync(cancel))
            .ConvertAll(i => new ImportRowView(i.Id, i.FileName, i.Person, i.At, i.State == DemandImportState.Taken, i.Made, i.Changed));
    }
}

/// <summary>A workbook in the list.</summary>
public sealed record ImportRowView(long Id, string FileName, string Person, DateTimeOffset At, bool Taken, int Made, int Changed);

/// <summary>A workbook with what would become of it.</summary>
/// <param name="Columns">What a column can be: key, Chinese and English name.</param>
public sealed record DemandImportView(long Id, int Edit, string FileName, bool Taken, int Made, int Changed, Platform.Sheets.Mapping.ColumnMapping Mapping, IReadOnlyList<(string Key, string Name, string English, string Sample)> Columns, DemandPlan Plan);
