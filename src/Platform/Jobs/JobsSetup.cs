using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Quartz;

namespace Qingdan.Platform.Jobs;

/// <summary>Registers the job queue.</summary>
public static class JobsSetup
{
    /// <summary>The queue, its runner and its table.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddScoped<JobQueue>().AddSingleton<JobRunner>().AddScoped<ICheckup, JobsCheckup>().AddSingleton<IStoreMap, JobMap>();

    /// <summary>Quartz as the clock: once a second due jobs are run and audit events are sealed, once an hour what the days bring is looked for.</summary>
    public static IServiceCollection AddTicks(this IServiceCollection services) => services
        .AddQuartz(quartz =>
        {
            quartz.ScheduleJob<RunJobs>(EverySecond);
            quartz.ScheduleJob<SealAudit>(EverySecond);
            quartz.ScheduleJob<RunRegularWork>(trigger => trigger.WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromHours(1)).RepeatForever()));
        })
        .AddQuartzHostedService(options => options.WaitForJobsToComplete = true);

    private static void EverySecond(ITriggerConfigurator trigger) =>
        trigger.WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(1)).RepeatForever());

    private sealed class JobMap : IStoreMap
    {
        public void Build(ModelBuilder model) => model.Entity<Job>().ToTable("platform_jobs");
    }

    [DisallowConcurrentExecution]
    private sealed class RunJobs(JobRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await runner.RunDue(cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class RunRegularWork(IServiceScopeFactory scopes) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var work in scope.ServiceProvider.GetServices<IRegularWork>()) await work.Run(cancellationToken);
        }
    }

    [DisallowConcurrentExecution]
    private sealed class SealAudit(AuditSealer sealer) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            while (await sealer.Seal(cancellationToken) > 0) { }
        }
    }
}
