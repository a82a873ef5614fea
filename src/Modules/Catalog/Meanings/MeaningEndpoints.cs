using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Meanings;

/// <summary>The pages of 一数一源: the meanings, one of them, and what is decided about it.</summary>
internal static class MeaningEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        var meanings = catalog.MapGroup("/elements");
        meanings.MapGet("", List);
        meanings.MapGet("/{id:long}", One);
        var deciding = meanings.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.City));
        deciding.MapPost("/{id:long}/source", Name);
        deciding.MapPost("/{id:long}/different", Apart);
    }

    private static async Task<IResult> List(HttpContext http, FindMeanings find, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var filter = MeaningFilter.From(query);
        return Pages.Ok<MeaningListPage>(new { List = await find.Page(filter, query["after"], FindMeanings.Size, actor, cancel), Filter = filter });
    }

    private static async Task<IResult> One(long id, ReadMeaning read, Actor actor, CancellationToken cancel)
    {
        var result = await read.Run(id, actor, cancel);
        return result.TryGet(out var view) ? Pages.Ok<MeaningPage>(new { Meaning = view }) : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> Name(long id, [FromForm] string? unit, [FromForm] int edit, [FromForm] string? document, [FromForm] string? why, NameSource name, ReadMeaning read, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await name.Run(id, new SourceChoice(long.TryParse(unit, out var source) ? source : 0, edit, document ?? "", why ?? ""), actor, cancel);
        if (!result.Ok) return await Again(id, http, result.Faults, read, actor, cancel);
        return flash.Back(http, $"/catalog/elements/{id}", t["已定数源单位。别的单位有这一数据项的目录会重新检查。"]);
    }

    private static async Task<IResult> Apart(long id, [FromForm] int edit, [FromForm] string? reason, TellApart apart, ReadMeaning read, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await apart.Run(id, edit, reason ?? "", actor, cancel);
        if (!result.Ok) return await Again(id, http, result.Faults, read, actor, cancel);
        return flash.Back(http, "/catalog/elements", t["已记下：同名，不是同一含义。"]);
    }

    private static async Task<IResult> Again(long id, HttpContext http, IReadOnlyList<Fault> faults, ReadMeaning read, Actor actor, CancellationToken cancel) =>
        (await read.Run(id, actor, cancel)).TryGet(out var view) ? Pages.Refused<MeaningPage>(new { Meaning = view, Texts = http.Request.Form }, faults) : Pages.Problem(faults);
}
