using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Tokens;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Applications;

/// <summary>
/// 更换密钥: a new secret, shown this once. The former goes on for a day, so that a running system is changed over in peace; when it has leaked it ends at once, and all tokens with it.
/// </summary>
internal sealed class RotateSecret(Store store, MoveApplication move, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int SecretBytes = 32, Shown = 4;

    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>The new secret.</summary>
    public async Task<Result<string>> Run(long id, int edit, bool leaked, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel, ApplicationState.Admitted, ApplicationState.ChangeAsked);
        if (!found.TryGet(out var at)) return found.As<string>();
        if (!ApplicationAccess.Owns(at.Row, actor, at.Units)) return ApplicationAccess.NotYours;
        var (now, secret) = (clock.GetUtcNow(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));
        var end = leaked ? now : now + Grace;
        foreach (var former in await store.Set<ApplicationSecret>().Where(s => s.ApplicationId == id && (s.Until == null || s.Until > end)).ToListAsync(cancel)) former.Until = end;
        store.Add(new ApplicationSecret { Id = ids.Next(), ApplicationId = id, Digest = TokenDigest.Of(secret).ToString(), Ending = secret[^Shown..], MadeBy = actor.Name, MadeAt = now });
        at.Row.Touch(ids, clock);
        audit.Add(actor, ApplicationAudit.Rotated, ApplicationAudit.Of(at.Row), after: new { Ending = secret[^Shown..], Leaked = leaked });
        return await store.TrySave(cancel) ? secret : ApplicationAccess.ChangedMeanwhile;
    }
}
