using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Editions.Writing;

/// <summary>Tells, once, that the draft of a round or the edition is there to be read. It waits while the archive is being written; one that was not written is told of by nobody.</summary>
internal sealed class TellUnits(Store store, IEnumerable<IEditionListener> listeners, WatchWriting watch, AskedUnits asked, JobQueue jobs, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "records.edition-news";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var order = job.Payload<EditionOrder>();
        if (await store.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == order.EditionId, cancel) is not { } edition) return;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await job.Hold(store, cancel);
        if (await store.Set<EditionFile>().AnyAsync(f => f.EditionId == order.EditionId && f.Round == order.Round, cancel)) await Tell(edition, order.Round, job.Actor, cancel);
        else if (await watch.Of(edition, cancel) is { Failed: false } going && going.Round == order.Round) jobs.Add(job.Actor, JobKind, order, Pause);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task Tell(Edition edition, int round, Actor actor, CancellationToken cancel)
    {
        // A round that is over by now is no news any more.
        if ((round > 0 && (edition.State != EditionState.Consulting || edition.Round != round)) || await store.Set<ToldEdition>().AnyAsync(t => t.EditionId == edition.Id && t.Round == round, cancel)) return;
        store.Add(new ToldEdition { EditionId = edition.Id, Round = round, At = clock.GetUtcNow() });
        var news = new EditionNews(edition.AsSubject(), round, edition.Number, edition.Document, round > 0 ? edition.OpinionsDueOn : null, await asked.Of(edition, round, cancel), $"/editions/{edition.Id}");
        foreach (var listener in listeners) await listener.Told(news, actor, cancel);
    }
}

/// <summary>Of what the units were told: a round, or the issue when the round is 0.</summary>
internal sealed class ToldEdition
{
    public long EditionId { get; init; }
    public int Round { get; init; }
    public DateTimeOffset At { get; init; }
}
