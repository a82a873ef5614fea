using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Exchange.Mounts.Viewing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts.Upstream;

/// <summary>The page of allowed hosts, for the system administrator alone.</summary>
internal static class HostEndpoints
{
    /// <summary>Its address.</summary>
    public const string Href = "/exchange/hosts";

    public static void MapHosts(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Href).RequireAuthorization(p => p.RequireRole(Roles.SystemAdmin));
        admin.MapGet("", async (ShowMount show, CancellationToken cancel) => Pages.Ok<HostsPage>(new { Hosts = await show.Hosts(cancel) }));
        admin.MapPost("", async (IFormCollection form, AllowHost allow, ShowMount show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
        {
            var (host, why) = (form["host"].ToString(), form["why"].ToString());
            if (await allow.Run(host, why, actor, cancel) is { Ok: false } refused) return Pages.Refused<HostsPage>(new { Hosts = await show.Hosts(cancel), Host = host, Why = why }, refused.Faults);
            return flash.Back(http, Href, t["已允许访问这台主机。"]);
        });
        admin.MapPost("/{id:long}/remove", async (long id, ForbidHost forbid, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel) =>
        {
            if (await forbid.Run(id, actor, cancel) is { Ok: false } refused) return (IResult)Pages.Problem(refused.Faults);
            return flash.Back(http, Href, t["已不再允许访问这台主机。"]);
        });
    }
}
