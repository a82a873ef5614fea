using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Tokens;

/// <summary>OAuth 2.0 client credentials (RFC 6749, 4.4): a token for an application that shows its secret, from one of its addresses.</summary>
internal sealed class IssueToken(Store store, IdSource ids, TimeProvider clock, KnownTokens known)
{
    /// <summary>How long a token holds.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromHours(1);

    // One answer for whatever is wrong: who guesses learns nothing.
    private static readonly Fault Unknown = new("exchange.token.client", "应用标识或者密钥不对，或者应用没有接入。", null, FaultKind.Forbidden);
    private static readonly Fault Elsewhere = new("exchange.token.address", "这个来源地址没有登记，请在接入应用里申请变更来源地址。", null, FaultKind.Forbidden);

    private const int TokenBytes = 32;

    /// <summary>The token.</summary>
    public async Task<Result<string>> Run(string clientId, string secret, IPAddress from, CancellationToken cancel)
    {
        var (now, digest) = (clock.GetUtcNow(), TokenDigest.Of(secret).ToString());
        var application = await store.Set<Application>().AsNoTracking().SingleOrDefaultAsync(a => a.ClientId == clientId, cancel);
        if (application is not { Admitted: true }) return Unknown;
        var secrets = await store.Set<ApplicationSecret>().AsNoTracking().Where(s => s.ApplicationId == application.Id && (s.Until == null || s.Until > now)).ToListAsync(cancel);
        if (secrets.Find(s => s.Digest == digest) is not { } shown) return Unknown;
        if (!Allowlist.Read(application.Allowlist).Value.Allows(from)) return Elsewhere;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var kept = new AccessToken { Digest = TokenDigest.Of(token).ToString(), ApplicationId = application.Id, SecretId = shown.Id, Revision = ids.Next(), Until = now + Term };
        store.Add(kept);
        await store.SaveChangesAsync(cancel);
        known.Add(kept);
        return token;
    }
}
