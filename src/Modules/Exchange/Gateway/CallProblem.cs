using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Grants;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Gateway;

/// <summary>Says to a caller why his call did not go through (RFC 9457): the sentence in his language, how far it came, at whose side it failed, and the entry and clause that it follows from.</summary>
internal sealed class CallProblem(IServiceScopeFactory scopes, Dictionaries dictionaries) : IDisposable
{
    /// <summary>The header with the number of a call, in every answer.</summary>
    public const string Number = "Exchange-Call";

    // Whoever is refused a thousand times a second learns the entry from the first answers.
    private readonly SemaphoreSlim _asking = new(8);

    /// <summary>Writes the answer.</summary>
    public async Task Write(CallStory story, CallEnd end, CancellationToken cancel)
    {
        var (http, kind) = (story.Http, RefusalKind.Of(end.Why));
        var t = new Translator(dictionaries) { English = http.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) };
        var (entry, href, clause, alternatives) = await Ground(story, end.Why, cancel);
        http.Response.StatusCode = kind.Status;
        http.Response.Headers[Number] = story.Id.ToString(CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (kind.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        await JsonSerializer.SerializeAsync(http.Response.Body, new
        {
            type = "about:blank", title = t[kind.Text], status = kind.Status, detail = end.Finer is { } finer ? t[finer] : t[kind.Text], code = end.Code, stage = $"{kind.Stage}", side = $"{kind.Side}",
            call = $"{story.Id}", grant = story.Grant?.Number, entry, href, clause = clause ?? (kind.Clause.Length > 0 ? kind.Clause : null), alternatives, reason = story.Grant?.Reason is { Length: > 0 } reason ? reason : null,
        }, JsonText.Readable, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    private async Task<(string? Entry, string? Href, string? Clause, string? Alternatives)> Ground(CallStory story, CallRefusal why, CancellationToken cancel)
    {
        if (story.Grant?.Blocked is [{ By: var by }, ..] && why == CallRefusal.Forbidden) return Of(by);
        if (story.Grant is { Ground: { Id: not 0 } ground }) return (ground.Number, ground.Href, null, null);
        if (why != CallRefusal.NoGrant || story.Service is null || !_asking.Wait(0, cancel)) return default;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var resource = story.Service.Mount.ResourceId;
            var standing = (await scope.ServiceProvider.GetRequiredService<ListsInForce>().Of([resource], cancel)).GetValueOrDefault(resource);
            if (standing is { Forbidden: [var first, ..] }) return Of(first.By);
            return GrantGround.Of(standing, []) is { Id: not 0 } carries ? (carries.Number, carries.Href, null, null) : default;
        }
        finally
        {
            _asking.Release();
        }
    }

    private static (string?, string?, string?, string?) Of(ForbiddingEntry by) => (by.Number, $"/lists/negatives/{by.Id}", by.Clause, by.Alternatives.Length > 0 ? by.Alternatives : null);
}
