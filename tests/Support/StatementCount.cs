using System.Collections.Concurrent;
using System.Diagnostics;

namespace Qingdan.Tests.Support;

/// <summary>How often something asks the store, counted by the traces of the driver for PostgreSQL; both stores are asked alike.</summary>
public static class StatementCount
{
    /// <summary>The statements of one piece of work.</summary>
    public static async Task<int> Of(Func<Task> work)
    {
        var statements = new ConcurrentQueue<string>();
        using var whole = new Activity("counted").SetIdFormat(ActivityIdFormat.W3C);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = done => { if (done.Source.Name == "Npgsql" && done.TraceId == whole.TraceId) statements.Enqueue($"{done.GetTagItem("db.query.text")}"); },
        };
        ActivitySource.AddActivityListener(listener);
        whole.Start();
        await work();
        whole.Stop();
        return statements.Count;
    }
}
