using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Meanings;

/// <summary>Which unit is to be the source, as it was seen and why.</summary>
internal sealed record SourceChoice(long UnitId, int Edit, string Document, string Why);

/// <summary>
/// 确定数源单位 (政务数据共享条例 19; 上海市数据条例 30: what can be had by sharing is not collected again). It is one of the units that have such items; the resources of all others are checked again.
/// </summary>
internal sealed class NameSource(Store store, MeaningAccess access, IOrganizationDirectory organizations, GatherOrders orders, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Done>> Run(long id, SourceChoice choice, Actor actor, CancellationToken cancel)
    {
        var open = await access.ToDecide(id, choice.Edit, choice.Why, "why", actor, cancel);
        List<Fault> faults = [.. open.Faults, .. DocumentFaults(choice.Document)];
        var units = await organizations.Tree(cancel);
        var source = units.Living(choice.UnitId);
        if (!await store.Set<MeaningCount>().AnyAsync(c => c.MeaningId == id && c.UnitId == source, cancel))
            faults.Add(new Fault("catalog.meaning.unit", "请选择数源单位：它须是有这一数据项的单位之一。", "unit"));
        if (faults.Count > 0 || !open.TryGet(out var meaning)) return faults;
        var before = new { State = meaning.State.ToString(), Unit = meaning.SourceUnitId == 0 ? "" : units.ShortName(meaning.SourceUnitId) };
        (meaning.State, meaning.SourceUnitId, meaning.Document, meaning.Why) = (MeaningState.Decided, source, choice.Document.Trim(), choice.Why.Trim());
        (meaning.DecidedBy, meaning.DecidedAt, meaning.Edit) = (actor.Name, clock.GetUtcNow(), meaning.Edit + 1);
        audit.Add(actor, CatalogAudit.SourceNamed, MeaningAccess.Of(meaning), before, new { State = meaning.State.ToString(), Unit = units.ShortName(source), meaning.Document }, choice.Why);
        orders.Check(meaning.Id, actor);
        return await store.TrySave(cancel) ? new Done() : MeaningAccess.Changed;
    }

    private static IEnumerable<Fault> DocumentFaults(string document)
    {
        if (document.Length > MeaningAccess.MostDocument) yield return new Fault("catalog.meaning.document.too-long", "文件不超过 {0} 字。", "document", FaultKind.Invalid, MeaningAccess.MostDocument);
        if (ClassificationMarks.Refusal(document, "document") is { } marked) yield return marked;
    }
}
