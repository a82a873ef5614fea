using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration;

public sealed class JobTests
{
    [Theory, Engines]
    public async Task A_runner_that_lost_its_lease_stops_at_its_next_report(Engine engine)
    {
        var told = new List<string>();
        await using var services = await TestServices.Create(engine, more => more.AddSingleton(told).AddScoped<IJobHandler, Slow>());
        await services.With<Store>(async store =>
        {
            await using var scope = services.Scope();
            var jobs = scope.ServiceProvider.GetRequiredService<JobQueue>();
            jobs.Add(Actor.System, "test.slow", 0);
            await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
        });
        await services.With<JobRunner>(runner => runner.RunDue(default));
        Assert.Equal(["first begins", "second ends"], told);
        var job = await services.With<Store, Job>(store => store.Set<Job>().SingleAsync(j => j.Kind == "test.slow"));
        Assert.Equal((JobState.Done, 2), (job.State, job.Attempts));
    }

    /// <summary>Takes so long at first that another runner begins and ends the job meanwhile.</summary>
    private sealed class Slow(List<string> told, TimeProvider clock, JobRunner other) : IJobHandler
    {
        public string Kind => "test.slow";

        public async Task Run(JobContext job, CancellationToken cancel)
        {
            if (told.Count > 0)
            {
                told.Add("second ends");
                return;
            }
            told.Add("first begins");
            ((FakeTimeProvider)clock).Advance(TimeSpan.FromMinutes(2));
            await other.RunDue(cancel);
            await job.Report(1, 2, "");
            told.Add("first goes on");
        }
    }
}
