using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Exchange.Tokens;

/// <summary>A token as the gateway reads it.</summary>
/// <param name="ApplicationId">Whose it is.</param>
/// <param name="SecretId">The secret it was issued for.</param>
/// <param name="Until">When it ends, milliseconds since 1970.</param>
internal readonly record struct KnownToken(long ApplicationId, long SecretId, long Until);

/// <summary>The tokens that hold, in memory by their digest: a call asks no store.</summary>
internal sealed class KnownTokens(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<TokenDigest, KnownToken> _tokens = new();
    private long _newest = -1;

    /// <summary>The token of a digest, when it has not ended.</summary>
    public bool TryGet(TokenDigest digest, long now, out KnownToken token) => _tokens.TryGetValue(digest, out token) && now < token.Until;

    /// <summary>Takes in one that was just issued here.</summary>
    public void Add(AccessToken token) => _tokens[TokenDigest.Parse(token.Digest)] = new KnownToken(token.ApplicationId, token.SecretId, token.Until.ToUnixTimeMilliseconds());

    /// <summary>Takes in what other nodes have issued, and drops what has ended.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (store, now) = (scope.ServiceProvider.GetRequiredService<Store>(), clock.GetUtcNow());
        var since = Math.Min(_newest, IdSource.Floor(now - Shelf.Overlap));
        var issued = await store.Query("SELECT digest, application_id, secret_id, until, revision FROM exchange_tokens WHERE revision > @since AND until > @now",
            r => (Digest: r.GetString(0), Token: new KnownToken(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), Revision: r.GetInt64(4)), cancel, ("since", since), ("now", now.ToUnixTimeMilliseconds()));
        foreach (var (digest, token, revision) in issued)
        {
            _tokens[TokenDigest.Parse(digest)] = token;
            _newest = Math.Max(_newest, revision);
        }
        foreach (var (digest, token) in _tokens)
            if (token.Until <= now.ToUnixTimeMilliseconds()) _tokens.TryRemove(digest, out _);
    }
}
