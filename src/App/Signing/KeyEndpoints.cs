using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.App.Signing;

/// <summary>The city's signing keys: public halves for everybody, with their days; the security administrator changes to a new one.</summary>
internal static class KeyEndpoints
{
    private const string PemType = "application/x-pem-file";

    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signing-keys", async (SigningKeys keys, Actor actor, CancellationToken cancel) =>
            Pages.Ok<KeysPage>(new { Keys = await keys.All(cancel), keys.Suite.Name, MayRotate = actor.Is(Roles.SecurityAdmin) })).RequireAuthorization(p => p.RequireRole([.. Roles.Business, Roles.SecurityAdmin, Roles.SystemAdmin]));
        routes.MapPost("/signing-keys/rotate", Rotate).RequireAuthorization(p => p.RequireRole(Roles.SecurityAdmin));
        routes.MapGet("/signing-keys/current.pem", async (SigningKeys keys, CancellationToken cancel) => Results.Text((await keys.Current(cancel)).Pem, PemType)).AllowAnonymous();
        routes.MapGet("/signing-keys/{fingerprint:length(64)}.pem", Fetch).AllowAnonymous();
    }

    private static async Task<IResult> Fetch(string fingerprint, SigningKeys keys, CancellationToken cancel) =>
        (await keys.All(cancel)).FirstOrDefault(k => k.Fingerprint == fingerprint) is { } key ? Results.Text(key.Pem, PemType) : Pages.Problem([new Fault("signing.key.not-found", "没有这把公钥。", null, FaultKind.NotFound)]);

    private static async Task<IResult> Rotate(SigningKeys keys, Store store, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var key = await keys.Rotate(actor, cancel);
        await store.SaveChangesAsync(cancel);
        return flash.Back(http, "/signing-keys", t["已启用新的数字校验密钥，指纹 {0}。以前签的仍可用原来的公钥校验。", key.Fingerprint[..8]]);
    }
}
