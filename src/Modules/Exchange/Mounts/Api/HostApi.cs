using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Exchange.Mounts.Viewing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts.Api;

/// <summary>Allowed hosts for programs that set up a city, for the system administrator alone.</summary>
internal static class HostApi
{
    private const string Href = "/api/v1/exchange/hosts";

    public static void MapHostApi(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Href).RequireAuthorization(p => p.RequireRole(Roles.SystemAdmin)).WithTags("mounts");
        admin.MapGet("", async Task<Ok<IReadOnlyList<HostRow>>> (ShowMount show, CancellationToken cancel) => TypedResults.Ok(await show.Hosts(cancel))).WithSummary("允许的内部地址 / inner addresses to which mounts may lead");
        admin.MapPost("", Allow).Produces<HostAnswer>(StatusCodes.Status201Created).WithSummary("允许一台主机并写明理由 / allow a host, with its reason");
        admin.MapDelete("/{id:long}", (long id, ForbidHost forbid, Translator t, Actor actor, CancellationToken cancel) => ExchangeApi.Done(t, forbid.Run(id, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("不再允许 / allow it no more");
    }

    private static async Task<IResult> Allow(HostOrder order, AllowHost allow, Translator t, Actor actor, CancellationToken cancel)
    {
        var allowed = await allow.Run(order.Host, order.Why, actor, cancel);
        return allowed.TryGet(out var id) ? TypedResults.Created($"{Href}/{id}", new HostAnswer(id)) : ProblemAnswers.From(allowed.Faults, t);
    }
}

/// <summary>A host to be allowed.</summary>
internal sealed record HostOrder(string Host = "", string Why = "");

/// <summary>The number by which it is taken back.</summary>
internal sealed record HostAnswer(long Id);
