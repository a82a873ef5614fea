using System.Globalization;
using Qingdan.Exchange.Grants;
using Qingdan.Platform.Database;

namespace Qingdan.Bench.Gateway;

/// <summary>Calls through the real program beside a bare YARP forwarder, nginx and HAProxy: how many, how late, how long answers; and what a change of a million grants does to them.</summary>
internal static class GatewayBench
{
    private const int Pairs = 7, Seconds = 5;

    /// <summary>Throughput, latency and a long answer.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run(Engine engine)
    {
        await using var stand = await GatewayStand.Open(engine, 1);
        var (rows, half) = await Throughput(stand, engine);
        return [.. rows, .. await Latency(stand, engine, half), await LongAnswer(stand, engine)];
    }

    // The bars are written as most the bare may be of the thing: 75 % is 1 / 0.75.
    private static async Task<(List<Ratio> Rows, double Half)> Throughput(GatewayStand stand, Engine engine)
    {
        var node = stand.Nodes[0];
        var runs = new List<Round>();
        for (var i = 0; i <= Pairs; i++)
        {
            var round = new Round(await Full(stand.Bare), await Full(node), await Full(stand.Nginx), await Full(stand.Haproxy));
            if (i > 0) runs.Add(round);
            await Console.Error.WriteLineAsync($"{round}");
        }
        var (bare, own) = (Median(runs, r => r.Bare.Rate), Median(runs, r => r.Own.Rate));
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{engine}, 2 KB, requests a second and µs of processor time each: bare {bare:N0} / {Median(runs, r => r.Bare.Cpu):N0}, gateway {own:N0} / {Median(runs, r => r.Own.Cpu):N0}, nginx {Median(runs, r => r.Nginx.Rate):N0} / {Median(runs, r => r.Nginx.Cpu):N0}, HAProxy {Median(runs, r => r.Haproxy.Rate):N0} / {Median(runs, r => r.Haproxy.Cpu):N0}"));
        return (
        [
            new("2 KB through decision, projection, masking and log; floor: a bare YARP forwarder", $"{engine}", own, bare, Median(runs, r => r.Bare.Rate / r.Own.Rate), 1 / 0.75, "/s"),
            new("processor time of such a call; floor: that of the bare forwarder", $"{engine}", Median(runs, r => r.Own.Cpu), Median(runs, r => r.Bare.Cpu), Median(runs, r => r.Own.Cpu / r.Bare.Cpu), null, "µs"),
        ], own / 2);

        Task<(double Rate, double Cpu)> Full(Server server) => Load.Full(server, stand.Path, server == node ? stand.Token : null, Seconds);
    }

    private static async Task<IReadOnlyList<Ratio>> Latency(GatewayStand stand, Engine engine, double half)
    {
        var runs = new List<(double BareMiddle, double BareLate, double Middle, double Late)>();
        for (var i = 0; i <= Pairs; i++)
        {
            var bare = await Load.At(stand.Bare, stand.Path, null, half, Seconds);
            var own = await Load.At(stand.Nodes[0], stand.Path, stand.Token, half, Seconds);
            if (i > 0) runs.Add((Load.Percentile(bare, 0.5), Load.Percentile(bare, 0.99), Load.Percentile(own, 0.5), Load.Percentile(own, 0.99)));
        }
        return
        [
            new($"added latency at half load ({half:N0}/s), median; floor: the bare forwarder's own", $"{engine}", Median(runs, r => r.Middle - r.BareMiddle), Median(runs, r => r.BareMiddle), Median(runs, r => (r.Middle - r.BareMiddle) / r.BareMiddle), 0.3),
            new("the same, 99 of 100", $"{engine}", Median(runs, r => r.Late - r.BareLate), Median(runs, r => r.BareLate), Median(runs, r => (r.Late - r.BareLate) / r.BareLate), 2),
        ];
    }

    private static async Task<Ratio> LongAnswer(GatewayStand stand, Engine engine)
    {
        var (node, grown) = (stand.Nodes[0], new List<double>());
        var row = await Ratio.Measure("100 MB of JSON; floor: the bare forwarder", $"{engine}", 5, 4, async () =>
        {
            var before = node.ForgetPeak();
            await Fetch(node, stand.Token);
            grown.Add(node.Peak() - before);
        }, () => Fetch(stand.Bare, null));
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{engine}, 100 MB: memory grew by {grown.Max():N0} MB at most (bar: 30)"));
        return row;

        Task<string> Fetch(Server server, string? token) =>
            Load.Run("curl", ["-sf", "-o", "/dev/null", .. token is null ? (string[])[] : ["-H", $"Authorization: Bearer {token}"], new Uri(server.Address, $"{stand.Path}?name=large").ToString()]);
    }

    /// <summary>A million grants in the store: how calls fare while the base is made anew, and how soon a suspended grant is refused everywhere.</summary>
    public static async Task<IReadOnlyList<Ratio>> Change(Engine engine, int grants)
    {
        await using var stand = await GatewayStand.Open(engine, 2, s => GrantsFill.Write(s.Services, s.Ground, grants));
        // What was compiled on the way is not measured.
        await Load.At(stand.Nodes[0], stand.Path, stand.Token, 500, 20);
        await stand.Settle();
        var quiet = await Load.At(stand.Nodes[0], stand.Path, stand.Token, 500, 20);
        var bare = await Load.At(stand.Bare, stand.Path, null, 500, 20);
        var under = Load.At(stand.Nodes[0], stand.Path, stand.Token, 500, 20);
        await Task.Delay(TimeSpan.FromSeconds(5));
        stand.Now();
        var changed = await GrantsFill.Alter(stand.Services);
        var calls = await under;
        var soon = new List<double>();
        for (var i = 0; i < 9; i++) soon.Add(await UntilRefused(stand));
        var (median, worst) = (Load.Percentile(quiet, 0.5), calls.Max(c => c.Milliseconds));
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{engine}, {grants:N0} grants: longest call without a change {quiet.Max(c => c.Milliseconds):0.0} ms, of the bare forwarder {bare.Max(c => c.Milliseconds):0.0} ms (median {Load.Percentile(bare, 0.5):0.0} ms); beyond five medians {Late(calls)} of {calls.Count:N0} with the change, {Late(quiet)} without, {Late(bare)} of the bare forwarder; {changed:N0} resources' grants altered at once under load"));
        return
        [
            new($"the longest of {calls.Count:N0} calls while the base of {grants:N0} grants is made anew; floor: the median without", $"{engine}", worst, median, worst / median, 5),
            new($"{grants:N0} grants: a suspended one is refused by both nodes, the longest of nine; floor: a second", $"{engine}", soon.Max(), 1000, soon.Max() / 1000, 1),
        ];

        int Late(List<Timing> calls) => calls.Count(c => c.Milliseconds > 5 * median);
    }

    // From the commit on; then the grant goes on for the next time.
    private static async Task<double> UntilRefused(GatewayStand stand)
    {
        stand.Now();
        await stand.Ground.Change(g => g.State = GrantState.Suspended);
        var took = await Ratio.Timed(() => Until(stand, 403));
        stand.Now();
        await stand.Ground.Change(g => g.State = GrantState.Active);
        await Until(stand, 200);
        return took;
    }

    private static Task Until(GatewayStand stand, int status) => Task.WhenAll(stand.Nodes.Select(async node =>
    {
        using var http = new HttpClient { BaseAddress = node.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", stand.Token);
        for (var answered = 0; answered != status; await Task.Delay(1))
        {
            using var answer = await http.GetAsync(stand.Path);
            answered = (int)answer.StatusCode;
        }
    }));

    private static double Median<T>(List<T> runs, Func<T, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);

    private sealed record Round((double Rate, double Cpu) Bare, (double Rate, double Cpu) Own, (double Rate, double Cpu) Nginx, (double Rate, double Cpu) Haproxy);
}
