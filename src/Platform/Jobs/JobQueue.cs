using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.Jobs;

/// <summary>Adds jobs to the running unit of work: no change without its job, no job without its change.</summary>
public sealed class JobQueue(Store store, IdSource ids, TimeProvider clock)
{
    /// <summary>Enqueues; the caller saves.</summary>
    public Job Add<T>(Actor actor, string kind, T payload)
    {
        var now = clock.GetUtcNow();
        var job = new Job
        {
            Id = ids.Next(),
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, JsonText.Readable),
            Actor = JsonSerializer.Serialize(actor, JsonText.Readable),
            State = JobState.Queued,
            CreatedAt = now,
            LeaseUntil = now,
        };
        store.Add(job);
        return job;
    }
}
