using Microsoft.EntityFrameworkCore;
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
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Registers;

/// <summary>登记 and 修改 of a row, by the data centre that keeps both registers. <c>edit</c> is the number the form was loaded with.</summary>
internal sealed class SaveRegisterRow(Store store, CatalogLookup catalog, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    public static readonly Fault NotFound = new("workflow.register.not-found", "没有这条登记。", null, FaultKind.NotFound);
    public static readonly Fault ChangedMeanwhile = new("workflow.register.changed", "别人先改了这条登记。您填的没有丢，请看现在的内容再改。", null, FaultKind.Conflict);
    public static readonly Fault NoResource = new("workflow.register.code", "没有找到这个目录代码，或者它没有发布。", RegisterDraft.Code);

    /// <summary>Saves; <paramref name="id"/> is 0 for a new one.</summary>
    public async Task<Result<long>> Run(RegisterShape shape, long id, int edit, RegisterDraft draft, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.DataCentre)) return CaseFaults.NotYours;
        var units = await organizations.Tree(cancel);
        var row = id == 0 ? null : await store.Set<RegisterRow>().SingleOrDefaultAsync(r => r.Id == id && r.Kind == shape.Kind, cancel);
        if (id != 0 && row is null) return NotFound;
        if (row is not null && row.Edit != edit) return ChangedMeanwhile;
        var faults = Check(shape, draft, units);
        var resource = row is null ? (await catalog.ByCode([draft[RegisterDraft.Code].Trim()], cancel)).Values.FirstOrDefault() : null;
        if (row is null && resource is null) faults.Insert(0, Missing(draft[RegisterDraft.Code]));
        if (faults.Count > 0) return faults;
        var of = row?.ResourceId ?? resource!.Id;
        if (Twice(shape, await Others(shape, of, id, cancel), draft, units) is { } twice) return twice;
        row = Write(shape, row, resource, draft, units, actor);
        if (await store.TrySave(cancel)) return row.Id;
        // Two who enter the same row at once: the store keeps one.
        return Twice(shape, await Others(shape, of, id, cancel), draft, units) ?? ChangedMeanwhile;
    }

    private Task<List<RegisterRow>> Others(RegisterShape shape, long resource, long id, CancellationToken cancel) =>
        store.Set<RegisterRow>().AsNoTracking().Where(r => r.Kind == shape.Kind && r.ResourceId == resource && r.Id != id).ToListAsync(cancel);

    /// <summary>What is wrong with a code that stands for nothing published.</summary>
    public static Fault Missing(string code) => code.Trim().Length > 0 ? NoResource : new("workflow.register.required", "请填写{0}。", RegisterDraft.Code, FaultKind.Invalid, "目录代码");

    /// <summary>
    /// What was registered already; null when nothing was. What is collected stands once for any time, a return once for the day it was asked for; a collection that began again after it had ended is another row.
    /// </summary>
    /// <param name="shape">The register.</param>
    /// <param name="others">Its other rows of the resource.</param>
    /// <param name="draft">Checked.</param>
    /// <param name="units">To know a unit again under its earlier number.</param>
    public static Fault? Twice(RegisterShape shape, IEnumerable<RegisterRow> others, RegisterDraft draft, UnitTree units)
    {
        var (unit, since, ended) = (units.Living(draft.Number("unit") ?? 0), draft.Day("sinceOn") ?? default, draft.Day("endedOn"));
        var same = others.Where(r => units.Living(r.UnitId) == unit);
        if (shape.Kind == RegisterKind.Returned)
            return same.Any(r => r.SinceOn == since) ? new("workflow.register.twice", "这个目录返还到这个单位，同一申请日期已有一条登记，请修改那一条。", "sinceOn") : null;
        return same.FirstOrDefault(r => (ended is null || r.SinceOn < ended) && (r.EndedOn is null || since < r.EndedOn)) is not { } other ? null
            : other.EndedOn is { } end ? new("workflow.register.twice", "这个目录、这个单位在 {0} 至 {1} 已有一条登记，与这一条的时间重叠，请修改那一条。", "sinceOn", FaultKind.Invalid, Shown.Day(other.SinceOn), Shown.Day(end))
            : new("workflow.register.twice", "这个目录、这个单位自 {0} 起已有一条登记，还没有停止归集。请修改那一条，或者先填写它的停止归集日。", "sinceOn", FaultKind.Invalid, Shown.Day(other.SinceOn));
    }

    /// <summary>All that is wrong with the fields of a row.</summary>
    public List<Fault> Check(RegisterShape shape, RegisterDraft draft, UnitTree units)
    {
        var faults = shape.Fields.SelectMany(f => Faults(f, draft, units)).ToList();
        var since = shape.Find("sinceOn")!;
        faults.AddRange(shape.Fields.Where(f => f.Shape == FieldShape.Day && draft.Day(f.Name) < draft.Day(since.Name) && !faults.Exists(said => said.Field == f.Name || said.Field == since.Name))
            .Select(f => new Fault("workflow.register.before", "{0}不能早于{1}。", f.Name, FaultKind.Invalid, f.Label, since.Label)));
        if (draft.Day("lastOn") > draft.Day("endedOn") && !faults.Exists(said => said.Field is "lastOn" or "endedOn"))
            faults.Add(new("workflow.register.after-end", "{0}不能晚于{1}。", "lastOn", FaultKind.Invalid, shape.Find("lastOn")!.Label, shape.Find("endedOn")!.Label));
        return faults;
    }

    /// <summary>Writes what was checked, with its event; the caller saves. <paramref name="row"/> is null for a new one of <paramref name="resource"/>.</summary>
    public RegisterRow Write(RegisterShape shape, RegisterRow? row, PublishedResource? resource, RegisterDraft draft, UnitTree units, Actor actor)
    {
        var before = row is null ? null : RegisterDraft.Of(row).Values;
        if (row is null) store.Add(row = new RegisterRow { Id = ids.Next(), Kind = shape.Kind, ResourceId = resource!.Id, Resource = resource.Name, CreatedAt = clock.GetUtcNow() });
        Fill(row, draft, units);
        row.Touch(ids, clock);
        audit.Add(actor, before is null ? RegisterAudit.Entered : RegisterAudit.Changed, RegisterAudit.Of(row), before, RegisterDraft.Of(row).Values);
        return row;
    }

    private static void Fill(RegisterRow row, RegisterDraft draft, UnitTree units)
    {
        (row.UnitId, row.Origin, row.Way, row.Frequency, row.Note) = (units.Living(draft.Number("unit")!.Value), draft["origin"], draft["way"], draft["frequency"], draft["note"].Trim());
        (row.SinceOn, row.DueOn, row.LastOn, row.EndedOn, row.Rows) = (draft.Day("sinceOn")!.Value, draft.Day("dueOn"), draft.Day("lastOn"), draft.Day("endedOn"), draft.Number("rows"));
    }

    private List<Fault> Faults(RegisterField field, RegisterDraft draft, UnitTree units)
    {
        var text = draft[field.Name];
        if (text.Length == 0) return field.Required ? [new Fault("workflow.register.required", "请填写{0}。", field.Name, FaultKind.Invalid, field.Label)] : [];
        if (field.Shape == FieldShape.Day && field.Past && draft.Day(field.Name) > clock.Today()) return [new Fault("workflow.register.future", "{0}不能晚于今天。", field.Name, FaultKind.Invalid, field.Label)];
        var known = field.Shape switch
        {
            FieldShape.Unit => units.Find(draft.Number(field.Name) ?? 0) is not null,
            FieldShape.Choice => field.Choices.Any(c => c.Key == text),
            FieldShape.Day => draft.Day(field.Name) is not null,
            FieldShape.Number => draft.Number(field.Name) is not null,
            _ => true,
        };
        if (TypedDay.Refusal(field.Shape == FieldShape.Day ? draft.Day(field.Name) : null, field.Name, field.Label) is { } impossible) return [impossible];
        return known ? Texts.Check((field.Name, field.Label, text, 500, false)) : [Unreadable(field)];
    }

    private static Fault Unreadable(RegisterField field) => field.Shape switch
    {
        FieldShape.Number => new("workflow.register.number", "{0}应填 0 或者更大的整数，最多 {1} 位。", field.Name, FaultKind.Invalid, field.Label, RegisterDraft.MostFigures),
        FieldShape.Day => new("workflow.register.day", "{0}请写成 2026-11-26 的样子。", field.Name, FaultKind.Invalid, field.Label),
        _ => new("workflow.register.unreadable", "{0}填得不对，请重新填写。", field.Name, FaultKind.Invalid, field.Label),
    };
}
