using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Mounts.Calling;
using Qingdan.Exchange.Mounts.Trial;
using Qingdan.Exchange.Projection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Exchange.Mounts.Watching;

/// <summary>Nothing more is to be said than that they be looked at.</summary>
internal sealed record ProbeOrder;

/// <summary>
/// Calls each mount in service with its trial values, keeps since when it fails and of which day its data are, and writes both down as findings with their days. No row is a person's edit here: forms that are open stay valid.
/// </summary>
internal sealed class ProbeMounts(Store store, CallProvider call, LookAtAnswer look, PublishedCatalog catalog, FindingBook findings, IdSource ids, TimeProvider clock) : IJobHandler
{
    /// <summary>The kind under which it is enqueued.</summary>
    public const string JobKind = "exchange.probe";

    // As many at once as one machine's network minds not; a dead one takes ten seconds.
    private const int AtOnce = 8;

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var mounts = await store.Set<Mount>().AsNoTracking().Where(m => m.State == MountState.Mounted).OrderBy(m => m.Id).ToListAsync(cancel);
        var done = 0;
        foreach (var some in mounts.Chunk(AtOnce))
        {
            var known = some.Select(m => m.Id).ToList();
            var items = (await store.Set<MountItem>().AsNoTracking().Where(i => known.Contains(i.MountId)).ToListAsync(cancel)).ToLookup(i => i.MountId);
            var parameters = (await store.Set<MountParameter>().AsNoTracking().Where(p => known.Contains(p.MountId)).ToListAsync(cancel)).ToLookup(p => p.MountId);
            foreach (var (mount, seen) in await Task.WhenAll(some.Select(async m => (m, await Look(m, items[m.Id], parameters[m.Id], cancel))))) await Keep(mount, seen, cancel);
            await job.Report(done += some.Length, mounts.Count, "正在检查挂接");
        }
        await Tell(cancel);
    }

    private async Task<(Fault? Fault, DateOnly? DataOn)> Look(Mount mount, IEnumerable<MountItem> items, IEnumerable<MountParameter> parameters, CancellationToken cancel)
    {
        var answer = await call.Run(mount, parameters, cancel);
        if (answer.Fault is { } failed) return (failed, null);
        var selector = Selector.Parse(mount.RowsPath, [.. items.Select(i => new ItemPath(i.ItemId, i.Path))]);
        if (!selector.TryGet(out var places)) return (selector.Faults[0], null);
        var (fault, _) = await look.Project(places, answer.Body, cancel);
        if (fault is not null) return (fault, null);
        var opened = LookAtAnswer.Open(answer.Body);
        if (!opened.TryGet(out var document)) return (opened.Faults[0], null);
        using (document) return (null, LookAtAnswer.DataOn(mount, answer, document.RootElement));
    }

    private Task<int> Keep(Mount mount, (Fault? Fault, DateOnly? DataOn) seen, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var row = store.Set<Mount>().Where(m => m.Id == mount.Id && m.State == MountState.Mounted);
        return seen.Fault is { } fault
            ? row.ExecuteUpdateAsync(s => s.SetProperty(m => m.ProbedAt, now).SetProperty(m => m.Failure, fault.Text).SetProperty(m => m.FailingSince, m => m.FailingSince ?? now), cancel)
            : row.ExecuteUpdateAsync(s => s.SetProperty(m => m.ProbedAt, now).SetProperty(m => m.Failure, "").SetProperty(m => m.FailingSince, (DateTimeOffset?)null).SetProperty(m => m.SucceededAt, now).SetProperty(m => m.DataOn, seen.DataOn), cancel);
    }

    // What is in service as it stands now; findings of others go.
    private async Task Tell(CancellationToken cancel)
    {
        var mounts = await store.Set<Mount>().AsNoTracking().Where(m => m.State == MountState.Mounted).OrderBy(m => m.Id).ToListAsync(cancel);
        var resources = (await catalog.Of([.. mounts.Select(m => m.ResourceId).Distinct()], cancel)).ToDictionary(r => r.Id);
        var (today, run) = (clock.Today(), ids.Next());
        var found = mounts.SelectMany(m => Of(m, resources.GetValueOrDefault(m.ResourceId), today)).ToList();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await findings.Replace(MountFindings.Source, [.. mounts.Select(m => m.ResourceId).Distinct()], [], found, run, cancel);
        await findings.Finish(MountFindings.Source, "", run, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static IEnumerable<NewFinding> Of(Mount mount, PublishedResource? resource, DateOnly today)
    {
        if (mount.FailingSince is { } since)
            yield return New(MountFindings.Failing, [mount.Name, Shown.Day(LegalDay.Of(since)), $"{today.DayNumber - LegalDay.Of(since).DayNumber}", mount.Failure]);
        if (mount.DataOn is { } on && Freshness.LastDay(on, resource?.Frequency) is { } last && last < today)
            yield return New(MountFindings.Stale, [mount.Name, Shown.Day(on), $"{today.DayNumber - last.DayNumber}"]);

        NewFinding New(FindingKind kind, IReadOnlyList<string> args) => new(kind, mount.ProviderId, mount.ResourceId, mount.Name, $"/exchange/mounts/{mount.Id}") { Args = args };
    }
}
