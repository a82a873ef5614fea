using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Waiving;

/// <summary>Waivers that wait for the city's word.</summary>
internal sealed class WaiverTodos(Store store) : ITodoSource
{
    public string Kind => "问题豁免";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel) => !actor.Is(Roles.City) ? []
        : [.. (await store.Set<Waiver>().AsNoTracking().Where(w => w.State == WaiverState.Asked).OrderBy(w => w.AskedAt).Take(most).ToListAsync(cancel))
            .Select(w => new Todo("{0}", "", "待批", "看理由，同意或不同意豁免", "去批", "/findings/waivers", w.ProviderId, w.AskedAt, w.Subject))];
}
