using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Organizations.Transfers;

/// <summary>Orders the transfers whose day has come in Shanghai and that no job waits for yet.</summary>
internal sealed class TransfersDue(Store store, JobQueue jobs, TimeProvider clock) : IRegularWork
{
    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today();
        var due = await store.Set<Transfer>().Where(t => t.State == TransferState.Pending && t.Day <= today).OrderBy(t => t.Day).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync(cancel);
        if (due.Count == 0) return;
        var waiting = await store.Set<Job>().Where(j => j.Kind == CarryOutTransfer.JobKind && (j.State == JobState.Queued || j.State == JobState.Running)).Select(j => j.Payload).ToListAsync(cancel);
        foreach (var order in due.Select(id => new TransferOrder(id)).Where(o => !waiting.Contains(JsonSerializer.Serialize(o, JsonText.Readable)))) jobs.Add(Actor.System, CarryOutTransfer.JobKind, order);
        await store.SaveChangesAsync(cancel);
    }
}
