using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Organizations.Units;

/// <summary>The form of a unit: new, changed, and changed by two people at once.</summary>
internal static class UnitForms
{
    public static RazorComponentResult<UnitFormPage> New() => Pages.Ok<UnitFormPage>(new { Draft = new OrganizationDraft() });

    public static async Task<IResult> Create(IFormCollection form, CreateOrganization create, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var draft = Read(form);
        var created = await create.Run(draft, actor, cancel);
        if (!created.TryGet(out var id)) return Pages.Refused<UnitFormPage>(new { Draft = draft }, created.Faults);
        return flash.Back(http, $"/organizations/{id}", t["已新增“{0}”。", draft.Name.Trim()]);
    }

    public static async Task<IResult> Edit(long id, Store store, IOrganizationDirectory directory, CancellationToken cancel) =>
        await Load(id, store, directory, cancel) is { } now ? Pages.Ok<UnitFormPage>(new { Id = id, now.Unit.Version, now.Draft, Proposed = now.Unit.State == OrganizationState.Proposed })
            : Pages.Problem([OrganizationFaults.NotFound]);

    public static async Task<IResult> Save(
        long id, IFormCollection form, EditOrganization edit, Store store, IOrganizationDirectory directory, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var draft = Read(form);
        if (!long.TryParse(form["version"], out var version)) return Results.BadRequest();
        var saved = await edit.Run(id, version, draft, actor, cancel);
        if (saved.Ok)
        {
            return flash.Back(http, $"/organizations/{id}", t["已保存。"]);
        }
        if (await Load(id, store, directory, cancel) is not { } now) return Pages.Problem([OrganizationFaults.NotFound]);
        return saved.Faults.Contains(EditOrganization.ChangedMeanwhile)
            ? Conflict(id, now.Unit, now.Draft, draft, t)
            : Pages.Refused<UnitFormPage>(new { Id = id, Version = version, Draft = draft, Proposed = now.Unit.State == OrganizationState.Proposed }, saved.Faults);
    }

    private static RazorComponentResult<ConflictPage> Conflict(long id, Organization unit, OrganizationDraft theirs, OrganizationDraft mine, Translator t) => Pages.Conflict(new
    {
        Parent = new Crumb(t["系统"]), Guard = "version", unit.Name, Page = $"/organizations/{id}", Action = $"/organizations/{id}/edit", unit.Version,
        Rows = (ConflictRow[])
        [
            new("name", "全称", theirs.Name, mine.Name), new("shortName", "简称", theirs.ShortName, mine.ShortName), new("aliases", "别名", theirs.Aliases, mine.Aliases),
            new("kind", "单位类别", theirs.Kind, mine.Kind) { Show = KindText }, new("level", "层级", theirs.Level, mine.Level) { Show = LevelText },
            new("district", "所属区", theirs.District, mine.District), new("parent", "上级单位", theirs.Parent, mine.Parent),
            new("uscc", "统一社会信用代码", theirs.Uscc, mine.Uscc), new("code", "组织机构代码", theirs.Code, mine.Code), new("document", "修改依据", mine.Document, mine.Document),
        ],
    });

    private static string KindText(string code) => Enum.TryParse<OrganizationKind>(code, out var kind) && Enum.IsDefined(kind) ? kind.Name() : code;

    private static string LevelText(string code) => Enum.TryParse<OrganizationLevel>(code, out var level) && Enum.IsDefined(level) ? level.Name() : code;

    private static async Task<(Organization Unit, OrganizationDraft Draft)?> Load(long id, Store store, IOrganizationDirectory directory, CancellationToken cancel)
    {
        var unit = await store.Set<Organization>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.MergedIntoId == null, cancel);
        if (unit is null) return null;
        var names = await store.Set<OrganizationName>().AsNoTracking().Where(n => n.UnitId == id).ToListAsync(cancel);
        return (unit, unit.ToDraft(names, await directory.Tree(cancel)));
    }

    // Browsers send line ends as CR LF; kept as LF, so that unchanged text compares equal.
    private static OrganizationDraft Read(IFormCollection form) => new()
    {
        Name = form["name"].ToString(), ShortName = form["shortName"].ToString(), Kind = form["kind"].ToString(), Level = form["level"].ToString(), District = form["district"].ToString(),
        Parent = form["parent"].ToString(), Uscc = form["uscc"].ToString(), Code = form["code"].ToString(), Document = form["document"].ToString(),
        Aliases = form["aliases"].ToString().ReplaceLineEndings("\n"),
    };
}
