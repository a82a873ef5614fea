using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Lines;

/// <summary>Lines say what units are called: when one is called otherwise, all lists are looked at again.</summary>
internal sealed class FollowLines(LineBook lines, JobQueue jobs) : IJobHandler, IUnitListener
{
    public const string JobKind = "records.lines";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        await jobs.Absorb(job, _ => true, cancel);
        await lines.FollowAll(began: false, cancel);
    }

    public Task Changed(IReadOnlyCollection<long> unitIds, Actor actor, CancellationToken cancel)
    {
        jobs.AddOnce(actor, JobKind, new LinesOrder());
        return Task.CompletedTask;
    }

    private sealed record LinesOrder;
}

/// <summary>Fills the book of a store that had lists before it had the book.</summary>
internal sealed class FillLines(LineBook lines) : IRegularWork
{
    public async Task Run(CancellationToken cancel)
    {
        if (await lines.Misses(cancel)) await lines.FollowAll(began: true, cancel);
    }
}
