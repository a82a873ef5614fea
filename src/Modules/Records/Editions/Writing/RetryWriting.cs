using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Editions.Writing;

/// <summary>再试一次: orders the writing that failed again, of a draft or of the edition itself.</summary>
internal sealed class RetryWriting(MoveEdition move, WatchWriting watch, JobQueue jobs)
{
    /// <summary>Orders it.</summary>
    public async Task<Result<Done>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, EditionAct.Retry, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (await watch.Of(at.Row, cancel) is not { Failed: true } writing) return EditionFaults.NoRetry;
        jobs.Add(actor, WriteEdition.JobKind, new EditionOrder(id, writing.Round));
        jobs.Add(actor, TellUnits.JobKind, new EditionOrder(id, writing.Round));
        return await move.Save(at.Row, at.Move, "", actor, cancel);
    }
}
