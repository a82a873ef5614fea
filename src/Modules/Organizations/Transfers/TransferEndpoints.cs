using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Transfers;

/// <summary>Pages of 职能划转: the authority records, the units concerned look.</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/organizations").For(Roles.Business);
        see.MapGet("/transfers", async (HttpContext http, ReadTransfer read, Actor actor, CancellationToken cancel) => Pages.Ok<TransferListPage>(new { View = await read.List(new QueryState(http), actor, cancel) }));
        see.MapGet("/transfers/{id:long}", (long id, ReadTransfer read, Actor actor, CancellationToken cancel) => Show<TransferPage>(id, read, actor, cancel));
        see.MapGet("/transfers/{id:long}/print", (long id, ReadTransfer read, Actor actor, CancellationToken cancel) => Show<HandOverSheet>(id, read, actor, cancel));
        var decide = see.MapGroup("").For(Access.MoveDuties);
        decide.MapGet("/{id:long}/transfers/new", New);
        decide.MapPost("/{id:long}/transfers/edit", (long id, IFormCollection form, IOrganizationDirectory directory, IDutyResources resources, CancellationToken cancel) => Form(id, TransferDraft.From(form), directory, resources, cancel));
        decide.MapPost("/{id:long}/transfers/impact", Impact);
        decide.MapPost("/{id:long}/transfers", Record);
        decide.MapPost("/transfers/{id:long}/withdraw", Withdraw);
    }

    private static async Task<IResult> Show<TPage>(long id, ReadTransfer read, Actor actor, CancellationToken cancel) where TPage : IComponent
    {
        var found = await read.Run(id, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<TPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    // The address may bring document and day: for the next unit of a split.
    private static Task<IResult> New(long id, HttpContext http, IOrganizationDirectory directory, IDutyResources resources, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return Form(id, new TransferDraft { Kind = query["kind"] ?? nameof(TransferKind.Move), Day = query["day"] ?? "", Document = query["document"] ?? "" }, directory, resources, cancel);
    }

    private static async Task<IResult> Form(long id, TransferDraft draft, IOrganizationDirectory directory, IDutyResources resources, CancellationToken cancel) =>
        await Model(id, draft, directory, resources, cancel) is { } model ? Pages.Ok<TransferFormPage>(model) : Pages.Problem([OrganizationFaults.NotFound]);

    private static async Task<IResult> Impact(
        long id, IFormCollection form, TransferCheck check, ReadTransfer read, IOrganizationDirectory directory, IDutyResources resources, CancellationToken cancel)
    {
        var (draft, picked) = (TransferDraft.From(form), form["picked"] == "true");
        var looked = await check.Run(id, draft, picked, cancel);
        var model = await Model(id, draft, directory, resources, cancel);
        if (model is null) return Pages.Problem([OrganizationFaults.NotFound]);
        if (!looked.TryGet(out var facts)) return picked && looked.Faults.All(f => f.Field == "pick") ? Pages.Refused<PickPage>(model, looked.Faults) : Pages.Refused<TransferFormPage>(model, looked.Faults);
        return facts.Scope == TransferScope.Chosen && !picked ? Pages.Ok<PickPage>(model) : Pages.Ok<ImpactPage>(new { View = await read.Impact(facts, cancel), Draft = draft });
    }

    private static async Task<IResult> Record(
        long id, IFormCollection form, RecordTransfer record, IOrganizationDirectory directory, IDutyResources resources, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var draft = TransferDraft.From(form);
        var recorded = await record.Run(id, draft, actor, cancel);
        if (!recorded.TryGet(out var transfer))
            return await Model(id, draft, directory, resources, cancel) is { } model ? Pages.Refused<TransferFormPage>(model, recorded.Faults) : Pages.Problem(recorded.Faults);
        return flash.Back(http, $"/organizations/transfers/{transfer}", t["已登记职能划转。"]);
    }

    private static async Task<IResult> Withdraw(long id, WithdrawTransfer withdraw, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var done = await withdraw.Run(id, actor, cancel);
        if (!done.Ok) return Pages.Problem(done.Faults);
        return flash.Back(http, $"/organizations/transfers/{id}", t["已撤回职能划转，什么都没有改动。"]);
    }

    private static async Task<Dictionary<string, object?>?> Model(long id, TransferDraft draft, IOrganizationDirectory directory, IDutyResources resources, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        return tree.Find(id) is { } unit && unit.Id == id
            ? new() { ["Unit"] = unit, ["Draft"] = draft, ["Resources"] = await resources.Of(tree.Family(id), cancel) } : null;
    }
}
