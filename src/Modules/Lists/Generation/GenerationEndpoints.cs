using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Generation;

/// <summary>A run on the page.</summary>
public sealed record RunRow(
    DateTimeOffset At, string Actor, string Provider, long Resources, long Items, long Candidates, long Changes, long Removals, long Negatives, long Findings, long Severe, string Seconds, string Digest);

/// <summary>The run that goes on.</summary>
public sealed record RunningJob(long Done, long Total, string Note);

/// <summary>The last run, when it failed.</summary>
public sealed record FailedJob(long Id, string Note, DateTimeOffset? At);

/// <summary>The page of the generation.</summary>
public sealed record GenerationView(IReadOnlyList<RunRow> Runs, RunningJob? Job, FailedJob? Failed, bool MayRun);

/// <summary>Looking at generations and ordering one.</summary>
internal static class GenerationEndpoints
{
    public static void MapGeneration(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lists/generation", Show).RequireAuthorization(p => p.RequireRole(Roles.Business));
        routes.MapGet("/lists/generation/progress", Progress).RequireAuthorization(p => p.RequireRole(Roles.Business));
        routes.MapPost("/lists/generation", Order).RequireAuthorization(p => p.RequireRole(Roles.City));
        routes.MapPost("/api/v1/generations", OrderByApi).RequireAuthorization(p => p.RequireRole(Roles.City)).WithTags("generations").Produces(StatusCodes.Status202Accepted).WithSummary("重新生成清单 / generate the lists anew");
    }

    private static async Task<IResult> Show(Store store, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var runs = await store.Set<GenerationRun>().AsNoTracking().OrderByDescending(g => g.Id).Take(20).ToListAsync(cancel);
        var rows = runs.ConvertAll(r => new RunRow(
            r.At, r.ActorName, r.ProviderId == 0 ? "" : units.ShortName(r.ProviderId), r.Resources, r.Items, r.Candidates, r.Changes, r.Removals, r.Negatives, r.Findings, r.Severe,
            (r.Milliseconds / 1000.0).ToString("0.0", CultureInfo.InvariantCulture), r.Digest));
        var last = await store.Set<Job>().AsNoTracking().Where(j => j.Kind == GenerateJob.JobKind).OrderByDescending(j => j.Id).FirstOrDefaultAsync(cancel);
        var failed = last is { State: JobState.Failed } ? new FailedJob(last.Id, last.Note, last.FinishedAt) : null;
        return Pages.Ok<GenerationPage>(new { View = new GenerationView(rows, await Open(store, cancel) is { } job ? new RunningJob(job.Done, job.Total, job.Note) : null, failed, actor.Is(Roles.City)) });
    }

    private static async Task<IResult> Progress(Store store, CancellationToken cancel) =>
        Results.Ok(await Open(store, cancel) is { } job ? new { job.Done, job.Total, job.Note, State = job.State.ToString().ToLowerInvariant() } : new { Done = 0L, Total = 0L, Note = "", State = "done" });

    private static async Task<IResult> Order(GenerationOrders orders, Store store, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        orders.Add(0, actor);
        await store.SaveChangesAsync(cancel);
        flash.Say(http, new FlashMessage(Tone.Info, t["已安排生成，可以离开这一页。"]));
        return Results.LocalRedirect("/lists/generation");
    }

    private static async Task<IResult> OrderByApi(GenerationOrders orders, Store store, Actor actor, CancellationToken cancel)
    {
        orders.Add(0, actor);
        await store.SaveChangesAsync(cancel);
        return Results.Accepted("/lists/generation");
    }

    private static Task<Job?> Open(Store store, CancellationToken cancel) => store.Set<Job>().AsNoTracking()
        .Where(j => j.Kind == GenerateJob.JobKind && (j.State == JobState.Queued || j.State == JobState.Running)).OrderBy(j => j.Id).FirstOrDefaultAsync(cancel);
}
