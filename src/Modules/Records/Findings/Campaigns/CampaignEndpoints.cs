using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>整治: opened and closed by the city, followed by all.</summary>
internal static class CampaignEndpoints
{
    public static void Map(RouteGroupBuilder findings)
    {
        findings.MapGet("/campaigns", async (ReadCampaigns read, Actor actor, CancellationToken cancel) => Pages.Ok<CampaignsPage>(new { Campaigns = await read.List(actor, cancel), Decides = actor.Is(Roles.City) }));
        findings.MapGet("/campaigns/{id:long}", async (long id, ReadCampaigns read, HttpContext http, Actor actor, CancellationToken cancel) => await read.One(id, actor, cancel) is { } view ? (IResult)Pages.Ok<CampaignPage>(new { View = view, new QueryState(http).Page }) : Pages.Problem([CloseCampaign.NotFound]));
        findings.MapGet("/campaigns/{id:long}/export", Export);
        var city = findings.MapGroup("/campaigns").RequireAuthorization(p => p.RequireRole(Roles.City));
        city.MapGet("/new", (FindingCounts counts, HttpContext http, CancellationToken cancel) => Form(counts, new CampaignInput("", [.. http.Request.Query["code"].OfType<string>()], "", ""), [], cancel));
        city.MapPost("/new", Open);
        city.MapPost("/{id:long}/close", Close);
    }

    // Only what there is can be mended.
    private static async Task<IResult> Form(FindingCounts counts, CampaignInput input, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var there = (await counts.Read("total > 0", cancel)).GroupBy(c => c.Kind).OrderBy(g => g.Key.Severity).ThenByDescending(g => g.Key.Points).Select(g => new FindingKindView(g.Key, g.Sum(c => c.Total))).ToList();
        var parameters = new { Kinds = there, Input = input };
        return faults.Count == 0 ? Pages.Ok<CampaignFormPage>(parameters) : Pages.Refused<CampaignFormPage>(parameters, faults);
    }

    private static async Task<IResult> Open(IFormCollection form, OpenCampaign open, FindingCounts counts, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var input = new CampaignInput(form["name"].ToString(), [.. form["codes"].OfType<string>()], form["dueOn"].ToString(), form["note"].ToString());
        var result = await open.Run(input, actor, cancel);
        return result.TryGet(out var id) ? RoundEndpoints.Back($"/findings/campaigns/{id}", "已发起整治，有关单位的“我的待办”里会出现。", flash, t, http) : await Form(counts, input, result.Faults, cancel);
    }

    private static async Task<IResult> Close(long id, CloseCampaign close, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await close.Run(id, actor, cancel);
        return result.Ok ? RoundEndpoints.Back($"/findings/campaigns/{id}", "已结束，剩余的问题数已记下。", flash, t, http) : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> Export(long id, ReadCampaigns read, HttpContext http, Translator t, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        if (await read.One(id, actor, cancel) is not { } view) return Pages.Problem([CloseCampaign.NotFound]);
        var spec = new SheetSpec(t["整治"], [new(t["单位"], Width: 24, Key: "unit"), new(t["发起时"], CellType.Number, 10, "atStart"), new(t["已改"], CellType.Number, 10, "mended"), new(t["剩余"], CellType.Number, 10, "left")]);
        return await TableFile.Send(http, "campaign", clock, (format, _, body) => SheetWriter.Write(format, body, spec, view.Units.Select(u => (IReadOnlyList<object?>)[u.Unit, u.AtStart, u.Mended, u.Left]).ToAsyncEnumerable(), cancel));
    }
}
