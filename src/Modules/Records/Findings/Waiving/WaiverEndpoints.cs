using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Waiving;

/// <summary>豁免: asked for by the unit, decided by the city.</summary>
internal static class WaiverEndpoints
{
    public static void Map(RouteGroupBuilder findings)
    {
        findings.MapGet("/waivers", List);
        var unit = findings.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        unit.MapGet("/{id:long}/waiver", Form);
        unit.MapPost("/{id:long}/waiver", Ask);
        var city = findings.MapGroup("/waivers").RequireAuthorization(p => p.RequireRole(Roles.City));
        city.MapPost("/{id:long}/decide", Decide);
        city.MapPost("/{id:long}/end", End);
    }

    private static Task<IResult> List(ListWaivers list, HttpContext http, Actor actor, CancellationToken cancel) => Show(list, http, [], 0, "", actor, cancel);

    private static async Task<IResult> Show(ListWaivers list, HttpContext http, IReadOnlyList<Fault> faults, long id, string opinion, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var parameters = new { View = await list.Run(Enum.TryParse<WaiverState>(query["tab"], out var state) && Enum.IsDefined(state) ? state : WaiverState.Asked, query.Page, actor, cancel), Opened = id, Opinion = opinion };
        return faults.Count == 0 ? Pages.Ok<WaiversPage>(parameters) : Pages.Refused<WaiversPage>(parameters, faults);
    }

    private static async Task<IResult> Form(long id, AskWaiver ask, FindingKinds kinds, Actor actor, CancellationToken cancel) => await ask.Find(id, actor, cancel) is { } finding
        ? Pages.Ok<WaiverFormPage>(new { finding.Subject, Kind = kinds.Find(finding.Code), Input = new WaiverInput("", "") }) : Pages.Problem([AskWaiver.NotFound]);

    private static async Task<IResult> Ask(long id, IFormCollection form, AskWaiver ask, FindingKinds kinds, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (await ask.Find(id, actor, cancel) is not { } finding) return Pages.Problem([AskWaiver.NotFound]);
        var input = new WaiverInput(form["reason"].ToString(), form["untilOn"].ToString());
        var result = await ask.Run(id, input, actor, cancel);
        return result.Ok ? RoundEndpoints.Back("/findings/waivers", "已申请豁免，等主管部门或大数据中心批。", flash, t, http)
            : Pages.Refused<WaiverFormPage>(new { finding.Subject, Kind = kinds.Find(finding.Code), Input = input }, result.Faults);
    }

    private static async Task<IResult> Decide(long id, IFormCollection form, DecideWaiver decide, ListWaivers list, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var agrees = form["action"] == "grant";
        var result = await decide.Run(id, form.Edit(), agrees, form["opinion"].ToString(), actor, cancel);
        return result.Ok ? RoundEndpoints.Back("/findings/waivers", agrees ? "已同意豁免。" : "已告知不同意。", flash, t, http) : await Show(list, http, result.Faults, id, form["opinion"].ToString(), actor, cancel);
    }

    private static async Task<IResult> End(long id, IFormCollection form, DecideWaiver decide, ListWaivers list, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await decide.End(id, form.Edit(), form["opinion"].ToString(), actor, cancel);
        return result.Ok ? RoundEndpoints.Back("/findings/waivers?tab=Granted", "已结束豁免，问题重新计入。", flash, t, http) : await Show(list, http, result.Faults, id, form["opinion"].ToString(), actor, cancel);
    }
}
