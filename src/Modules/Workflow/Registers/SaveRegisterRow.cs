using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
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
        if (row is null && resource is null) faults.Insert(0, NoResource);
        if (faults.Count > 0) return faults;
        row = Write(shape, row, resource, draft, units, actor);
        return await store.TrySave(cancel) ? row.Id : ChangedMeanwhile;
    }

    /// <summary>All that is wrong with the fields of a row.</summary>
    public List<Fault> Check(RegisterShape shape, RegisterDraft draft, UnitTree units)
    {
        var faults = shape.Fields.SelectMany(f => Faults(f, draft, units)).ToList();
        if (draft.Day("dueOn") < draft.Day("sinceOn")) faults.Add(new("workflow.register.due", "约定期限不能早于申请日期。", "dueOn"));
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
        return known ? Texts.Check((field.Name, field.Label, text, 500, false)) : [new Fault("workflow.register.unreadable", "{0}填得不对，请重新填写。", field.Name, FaultKind.Invalid, field.Label)];
    }
}
