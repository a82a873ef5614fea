using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;

namespace Qingdan.Bench;

/// <summary>200 people who look at cases and act on them at once, each signed in, with a second's thought between; beside one of them alone. What was answered as done must stand in the store.</summary>
internal static class PeopleBench
{
    private const int Many = 200, Cases = 10_000;

    /// <summary>The figures on an engine.</summary>
    public static async Task<Ratio> Run(Engine engine, TimeSpan time)
    {
        var (app, _) = await CasesBench.Start(engine, Cases);
        await using (app)
        {
            var alone = await Act(app, 1, TimeSpan.FromSeconds(60));
            var before = await Steps(app);
            var together = await Act(app, Many, time);
            var kept = await Steps(app) - before;
            Console.WriteLine($"{engine}: {together.Times.Count:N0} requests, {together.Done:N0} acts answered as done, {kept:N0} steps in the store, {together.Told:N0} told that another was first, {together.Errors.Count} errors");
            if (kept != together.Done || !together.Errors.IsEmpty) throw new InvalidOperationException($"{together.Done} acts were answered as done, {kept} stand in the store; errors: {string.Join("; ", together.Errors.Take(3))}");
            var (thing, floor) = (Ratio.P95(together.Times), Ratio.P95(alone.Times));
            return new($"{Many} people at once for {time.TotalMinutes:0} minutes, p95 of all requests; floor: one person", $"{engine}", thing, floor, thing / floor, null);
        }
    }

    private static async Task<Outcome> Act(TestApp app, int people, TimeSpan time)
    {
        var outcome = new Outcome();
        var end = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(1, people).Select(async i =>
        {
            using var client = app.NewClient();
            await TestApp.SignIn(client, $"bench{i}", CasesFill.Password);
            var thought = new Random(i);
            await Task.Delay(thought.Next(1000));
            while (end.Elapsed < time) await Once(client, thought, outcome);
        }));
        return outcome;
    }

    // The list, a case of it, and what can be done there by these roles for ever: asking for a renewal and denying it.
    private static async Task Once(HttpClient client, Random thought, Outcome outcome)
    {
        var list = await Timed(outcome, () => client.GetAsync($"/api/v1/workflow/cases?tab={(thought.Next(2) == 0 ? "InUse" : "ToRenew")}&limit=20"));
        if (list is not { } rows || rows.GetProperty("items") is var items && items.GetArrayLength() == 0) return;
        var one = items[thought.Next(items.GetArrayLength())];
        var id = one.GetProperty("id").GetInt64();
        using var page = await Request(outcome, () => client.GetAsync($"/api/v1/workflow/cases/{id}"));
        var state = (await page.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("case").GetProperty("state").GetString();
        var (act, body) = state == "使用中" ? ("AskRenewal", new { text = "仍需使用", day = (DateOnly?)new DateOnly(2028, 12, 31) }) : ("DenyRenewal", new { text = "不再需要", day = (DateOnly?)null });
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workflow/cases/{id}/acts/{act}") { Content = JsonContent.Create(body) };
        post.Headers.TryAddWithoutValidation("If-Match", page.Headers.ETag?.Tag);
        using var answer = await Request(outcome, () => client.SendAsync(post));
        if (answer.IsSuccessStatusCode) Interlocked.Increment(ref outcome.Done);
        // Another was first, or it is not this role's turn: told, and nothing lost.
        else if ((int)answer.StatusCode is 409 or 403) Interlocked.Increment(ref outcome.Told);
        else outcome.Errors.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        await Task.Delay(500 + thought.Next(1000));
    }

    private static async Task<JsonElement?> Timed(Outcome outcome, Func<Task<HttpResponseMessage>> ask)
    {
        using var answer = await Request(outcome, ask);
        if (answer.IsSuccessStatusCode) return await answer.Content.ReadFromJsonAsync<JsonElement>();
        outcome.Errors.Add($"{(int)answer.StatusCode}");
        return null;
    }

    private static async Task<HttpResponseMessage> Request(Outcome outcome, Func<Task<HttpResponseMessage>> ask)
    {
        var watch = Stopwatch.StartNew();
        var answer = await ask();
        outcome.Times.Add(watch.Elapsed.TotalMilliseconds);
        return answer;
    }

    private static async Task<long> Steps(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<Store>().Set<CaseStep>().LongCountAsync();
    }

    private sealed class Outcome
    {
        public ConcurrentBag<double> Times { get; } = [];
        public ConcurrentBag<string> Errors { get; } = [];
        public long Done;
        public long Told;
    }
}
