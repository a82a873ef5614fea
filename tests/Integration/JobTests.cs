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

    [Theory, Engines]
    public async Task Jobs_that_pile_up_are_done_together_and_none_that_comes_later_is_lost(Engine engine)
    {
        var told = new List<string>();
        await using var services = await TestServices.Create(engine, more => more.AddSingleton(told).AddScoped<IJobHandler, Gathering>());
        await Order(services, 1, 1, 2, 1);
        await services.With<JobRunner>(runner => runner.RunDue(default));
        Assert.Equal(["1", "2", "1"], told);
        Assert.Equal(5, await services.With<Store, int>(store => store.Set<Job>().CountAsync(j => j.Kind == "test.gathering" && j.State == JobState.Done)));
    }

    private static async Task Order(TestServices services, params int[] payloads)
    {
        await using var scope = services.Scope();
        foreach (var payload in payloads) scope.ServiceProvider.GetRequiredService<JobQueue>().Add(Actor.System, "test.gathering", payload);
        await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
    }

    /// <summary>Absorbs its like at its beginning; at the first time one more is ordered while it runs.</summary>
    private sealed class Gathering(List<string> told, JobQueue jobs, Store store) : IJobHandler
    {
        public string Kind => "test.gathering";

        public async Task Run(JobContext job, CancellationToken cancel)
        {
            var same = $"{job.Payload<int>()}";
            await jobs.Absorb(job, j => j.Payload == same, cancel);
            told.Add(same);
            if (told.Count > 1) return;
            jobs.Add(Actor.System, Kind, 1);
            await store.SaveChangesAsync(cancel);
        }
    }

    [Theory, Engines]
    public async Task A_runner_that_lost_its_job_commits_nothing_more(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Order(services, 1);
        var job = await services.With<Store, Job>(store => store.Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == "test.gathering"));
        var context = new JobContext(job, (_, _, _) => Task.CompletedTask);
        await services.With<Store>(store => context.Hold(store, default));
        await services.With<Store>(store => store.Execute("UPDATE platform_jobs SET attempts = attempts + 1 WHERE id = @id", default, ("id", job.Id)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.With<Store>(store => context.Hold(store, default)));
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
