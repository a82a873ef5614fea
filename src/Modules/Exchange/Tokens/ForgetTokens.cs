using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.Exchange.Tokens;

/// <summary>Takes tokens out of the store that ended more than a day ago.</summary>
internal sealed class ForgetTokens(Store store, TimeProvider clock) : IRegularWork
{
    public Task Run(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().AddDays(-1);
        return store.Set<AccessToken>().Where(t => t.Until < before).ExecuteDeleteAsync(cancel);
    }
}
