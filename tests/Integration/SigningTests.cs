using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Signing;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration;

public sealed class SigningTests
{
    [Theory, EnginesAndSuites]
    public async Task A_new_key_signs_from_then_on_and_what_the_former_signed_stays_valid(Engine engine, string suite)
    {
        await using var services = await TestServices.Create(engine, s => s.SignWith(suite));
        byte[] data = [1, 2, 3];
        var before = await services.With<SigningKeys, Attestation>(k => k.Sign(data, default));
        Assert.Equal(before.Fingerprint, (await services.With<SigningKeys, Attestation>(k => k.Sign(data, default))).Fingerprint);
        await using (var scope = services.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<SigningKeys>().Rotate(Actor.System, default);
            await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
        }
        var after = await services.With<SigningKeys, Attestation>(k => k.Sign(data, default));
        var keys = (await services.With<SigningKeys, IReadOnlyList<KnownKey>>(k => k.All(default))).ToDictionary(k => k.Fingerprint);
        Assert.Equal(2, keys.Count);
        foreach (var signed in (Attestation[])[before, after])
            Assert.True(SigningSuite.Find(signed.Algorithm)!.Read(keys[signed.Fingerprint].Pem).Value.Verify(data, Convert.FromBase64String(signed.Signature)));
        Assert.NotNull(keys[before.Fingerprint].RetiredAt);
        Assert.Null(keys[after.Fingerprint].RetiredAt);
        var kept = await services.With<Store, List<SigningKey>>(s => s.Set<SigningKey>().OrderBy(k => k.Id).ToListAsync());
        Assert.Equal("", kept[0].PrivateKey);
        Assert.DoesNotContain("PRIVATE", kept[1].PrivateKey, StringComparison.Ordinal);
    }

    [Theory, EnginesAndSuites]
    public async Task Everybody_fetches_public_keys_and_only_the_security_administrator_changes_them(Engine engine, string suite)
    {
        await using var app = await TestApp.Start(engine, ChosenSuite.Setting(suite));
        var pem = await app.Http.GetStringAsync("/signing-keys/current.pem");
        var fingerprint = SigningSuite.Find(suite)!.Read(pem).Value.Fingerprint;
        app.Person = new Actor(1, "王敏", 0, "", new HashSet<string> { Roles.Authority });
        Assert.Contains(fingerprint, await app.Http.GetStringAsync("/signing-keys"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Post("/signing-keys", [], "/signing-keys/rotate")).StatusCode);
        app.Person = app.Person with { Roles = new HashSet<string> { Roles.SecurityAdmin } };
        Assert.Equal(HttpStatusCode.Redirect, (await app.Post("/signing-keys", [], "/signing-keys/rotate")).StatusCode);
        app.Person = null;
        Assert.NotEqual(pem, await app.Http.GetStringAsync("/signing-keys/current.pem"));
        Assert.Equal(pem, await app.Http.GetStringAsync($"/signing-keys/{fingerprint}.pem"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"/signing-keys/{new string('0', 64)}.pem")).StatusCode);
    }
}
