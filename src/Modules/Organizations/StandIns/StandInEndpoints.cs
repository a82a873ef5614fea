using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Organizations.StandIns;

/// <summary>代理: recorded and ended on the page of a person.</summary>
internal static class StandInEndpoints
{
    public static void MapStandIns(this IEndpointRouteBuilder routes)
    {
        var record = routes.MapGroup("/people").For(Access.RecordStandIns);
        record.MapGet("/{id:long}/stand-in", (long id, RecordStandIn find, ReadStandIns read, IOrganizationDirectory directory, Actor actor, CancellationToken cancel) =>
            Form(id, new StandInDraft("", "", "", ""), [], find, read, directory, actor, cancel));
        record.MapPost("/{id:long}/stand-in", Record);
        record.MapPost("/stand-ins/{id:long}/end", End);
    }

    private static async Task<IResult> Form(
        long id, StandInDraft draft, IReadOnlyList<Fault> faults, RecordStandIn find, ReadStandIns read, IOrganizationDirectory directory, Actor actor, CancellationToken cancel)
    {
        if (await find.Find(id, actor, await directory.Tree(cancel), cancel) is not { } person) return Pages.Problem([PersonFaults.NotFound]);
        var model = new { person.Id, Name = person.FullName, Draft = draft, Choices = await read.Choices(person, actor, cancel) };
        return faults.Count > 0 ? Pages.Refused<StandInPage>(model, faults) : Pages.Ok<StandInPage>(model);
    }

    private static async Task<IResult> Record(
        long id, IFormCollection form, RecordStandIn record, ReadStandIns read, IOrganizationDirectory directory, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var draft = new StandInDraft(form["deputy"].ToString(), form["from"].ToString(), form["until"].ToString(), form["reason"].ToString());
        var recorded = await record.Run(id, draft, actor, cancel);
        if (!recorded.Ok) return await Form(id, draft, recorded.Faults, record, read, directory, actor, cancel);
        return flash.Back(http, $"/people/{id}", t["已登记代理。到日子自动开始，自动结束。"]);
    }

    private static async Task<IResult> End(long id, EndStandIn end, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var ended = await end.Run(id, actor, cancel);
        if (!ended.TryGet(out var person)) return Pages.Problem(ended.Faults);
        return flash.Back(http, $"/people/{person}", t["已收回代理，一分钟内生效。"]);
    }
}
