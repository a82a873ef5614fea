using System.Text.Json;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Impacts;

/// <summary>影响分析: before something is changed, which demands, grants, rows of the lists and units it would hit. Nothing changes but that the answer is kept.</summary>
internal sealed class AnalyseImpact(Store store, PublishedCatalog catalog, ImpactOnData onData, ImpactOnProfile onProfile, IOrganizationDirectory organizations, NumberSeries numbers, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Who asks.</summary>
    public static readonly string[] Asks = [.. Roles.City, Roles.Liaison, Roles.UnitHead, Roles.Legal];

    private static readonly Fault NotYours = new("lists.impact.not-yours", "只有主管部门、大数据中心和提供单位可以分析。", null, FaultKind.Forbidden);
    private static readonly Fault NoKind = new("lists.impact.kind", "请选择要分析哪种变化。", "kind");
    private static readonly Fault NoResource = new("lists.impact.resource", "请选择一个已发布的目录；单位只能分析本单位的目录。", "resource");
    private static readonly Fault NoUnit = new("lists.impact.unit", "请选择单位；单位只能分析本单位。", "unit");

    /// <summary>Analyses and keeps the report; its id.</summary>
    public async Task<Result<long>> Run(ImpactQuestion question, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Asks)) return NotYours;
        if (FormChoice.Of<ImpactKind>(question.Kind) is not { } kind) return NoKind;
        var units = await organizations.Tree(cancel);
        var found = kind == ImpactKind.SwitchProfile ? await Profile(question, units, actor, cancel) : await Data(question, kind, units, actor, cancel);
        if (!found.TryGet(out var content)) return found.As<long>();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var report = new Impact
        {
            Id = ids.Next(), Number = await numbers.Next($"YX-{clock.Today().Year}-", cancel), Kind = kind, Subject = content.Subject, Change = Change(question, kind), Hits = content.Hits.Count,
            Content = JsonSerializer.Serialize(content, JsonText.Readable), UnitId = actor.UnitId, ByName = actor.Name, At = clock.GetUtcNow(),
        };
        store.Add(report);
        audit.Add(actor, ListsAudit.ImpactAnalysed, new Subject(ListsAudit.ImpactKind, report.Id, report.Number), after: new { report.Kind, Name = report.Subject, question.ItemIds, question.Share, question.UnitKind, report.Hits });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return report.Id;
    }

    private async Task<Result<ImpactContent>> Data(ImpactQuestion question, ImpactKind kind, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var resource = question.ResourceId == 0 ? null : (await catalog.Of([question.ResourceId], cancel)).SingleOrDefault();
        var faults = new List<Fault>();
        if (resource is null || (!actor.Is(Roles.City) && !units.Family(actor.UnitId).Contains(resource.ProviderId))) faults.Add(NoResource);
        else if (question.ItemIds?.Except(resource.Items.Select(i => i.Id)).Any() == true) faults.Add(new("lists.impact.items", "选的数据项里有不属于这个目录的。", "items"));
        var share = FormChoice.Of<ShareProperty>(question.Share);
        if (kind == ImpactKind.ChangeShare && share is null) faults.Add(new("lists.impact.share", "请选择变更后的共享属性。", "share"));
        if (faults.Count > 0) return faults;
        var forbids = kind == ImpactKind.ToNegative || share == ShareProperty.NotShared;
        return await onData.Run(question, resource!, new ImpactEffects(forbids, share), units, actor, cancel);
    }

    private async Task<Result<ImpactContent>> Profile(ImpactQuestion question, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var (faults, unit) = (new List<Fault>(), units.Find(question.UnitId));
        if (unit is null || (!actor.Is(Roles.City) && !units.Family(actor.UnitId).Contains(unit.Id))) faults.Add(NoUnit);
        if (FormChoice.Of<OrganizationKind>(question.UnitKind) is not { } to) faults.Add(new("lists.impact.unit-kind", "请选择变更后的单位类别。", "unitKind"));
        else if (unit?.Kind == to) faults.Add(new("lists.impact.unit-kind.same", "这个单位现在就是这个类别。", "unitKind"));
        return faults.Count > 0 ? faults : await onProfile.Run(question, unit!, Enum.Parse<OrganizationKind>(question.UnitKind), units, actor, cancel);
    }

    private static string Change(ImpactQuestion question, ImpactKind kind) => kind switch
    {
        ImpactKind.ChangeShare => Enum.Parse<ShareProperty>(question.Share).Name(),
        ImpactKind.SwitchProfile => Enum.Parse<OrganizationKind>(question.UnitKind).Name(),
        _ => "",
    };
}
