using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.Records.Editions.Writing;

/// <summary>How the writing of an archive goes on.</summary>
internal sealed class WatchWriting(Store store)
{
    /// <summary>What is to be written of an edition and is not there yet: the edition itself, or the draft of its round; null when nothing is.</summary>
    public async Task<WritingView?> Of(Edition edition, CancellationToken cancel)
    {
        if (Owed(edition) is not { } round || await store.Set<EditionFile>().AnyAsync(f => f.EditionId == edition.Id && f.Round == round, cancel)) return null;
        var order = JobQueue.Payload(new EditionOrder(edition.Id, round));
        var job = await store.Set<Job>().AsNoTracking().Where(j => j.Kind == WriteEdition.JobKind && j.Payload == order).OrderByDescending(j => j.Id).FirstOrDefaultAsync(cancel);
        // One that ended well while this was asked is seen with the next look.
        return new WritingView(round, job is null or { State: JobState.Failed }, job?.Done ?? 0, job?.Total ?? 0, job?.Note ?? "", job?.Id ?? 0, job?.FinishedAt);
    }

    private static int? Owed(Edition edition) => edition.State switch { EditionState.Issuing => 0, EditionState.Consulting => edition.Round, _ => null };
}
