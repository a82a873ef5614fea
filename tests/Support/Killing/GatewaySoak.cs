using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;

namespace Qingdan.Tests.Support.Killing;

/// <summary>
/// Kills the real program while applications call through it, and looks each time: every call that was answered stands in the log as it was answered, the chain verifies, and no more was let through
/// than the quota. What is wrong throws, with the number of the kill.
/// </summary>
internal sealed class GatewaySoak(TestServices services, int seed)
{
    private const int Callers = 8, Quota = 1_500, MostMilliseconds = 1_500;

    private readonly Random _random = new(seed);
    private readonly Dictionary<long, int> _answered = [];
    private readonly GatewayGround _ground = new(services.Scope, services.Clock);

    /// <summary>Calls that were answered, let through or refused.</summary>
    public int Answered => _answered.Count;

    /// <summary>Those that the quota refused.</summary>
    public int OverQuota { get; private set; }

    /// <summary>Goes on until so many kills were made.</summary>
    public async Task Run(int kills, Action<string>? tell = null)
    {
        // The program's clock is the machine's, and what is written here must not lie before it.
        services.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        await using var provider = await ProviderDouble.Start();
        provider.Answers = http => ProviderDouble.Json(http, """{"data":{"list":[{"a":"甲","b":"310101199001011234"}]}}""");
        await _ground.Lay(provider.Address);
        await _ground.Change(g => g.Quota = Quota);
        for (var kill = 1; kill <= kills; kill++)
        {
            var said = await Kill();
            await Sound(kill, said);
            tell?.Invoke($"{kill}: {said.Count} calls");
        }
    }

    // Which calls were answered, and how: whole answers only.
    private async Task<List<(long Call, int Status)>> Kill()
    {
        var port = FreePort();
        using var program = Process.Start(new ProcessStartInfo("dotnet", [KilledProgram.Path, "serve", "--data", services.Options.DataFolder, .. services.Options.PostgresConnection is { } db ? (string[])["--db", db] : [], "--urls", $"http://127.0.0.1:{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // What it says must be taken from it, or it waits.
        var said = Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await Token(http, program));
        // The first call waits until the program knows what is granted.
        while ((int)(await http.GetAsync($"/gateway/{_ground.MountId}")).StatusCode is not (200 or 429)) await Task.Delay(20);
        var calling = Enumerable.Range(0, Callers).Select(_ => Call(http)).ToList();
        await Task.Delay(_random.Next(50, MostMilliseconds));
        program.Kill();
        await program.WaitForExitAsync();
        await said;
        return [.. (await Task.WhenAll(calling)).SelectMany(c => c)];
    }

    private async Task<string> Token(HttpClient http, Process program)
    {
        for (; ; await Task.Delay(50))
            try
            {
                if (program.HasExited) throw new InvalidOperationException($"Seed {seed}: the program ended by itself.");
                using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", _ground.ClientId), new("client_secret", _ground.Secret)]);
                using var answer = await http.PostAsync("/api/v1/oauth/token", form);
                return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
    }

    private async Task<List<(long, int)>> Call(HttpClient http)
    {
        var answered = new List<(long, int)>();
        try
        {
            while (true)
            {
                using var answer = await http.GetAsync($"/gateway/{_ground.MountId}");
                await answer.Content.ReadAsByteArrayAsync();
                answered.Add((long.Parse(answer.Headers.GetValues("Exchange-Call").Single(), CultureInfo.InvariantCulture), (int)answer.StatusCode));
            }
        }
        // It was killed.
        catch (HttpRequestException)
        {
            return answered;
        }
    }

    private async Task Sound(int kill, List<(long Call, int Status)> said)
    {
        foreach (var (call, status) in said) Must(_answered.TryAdd(call, status), kill, "a number was given twice");
        OverQuota += said.Count(s => s.Status == 429);
        await using var looks = new LogProcess(services.Options, TimeProvider.System);
        await looks.FlowLeft();
        var faults = await looks.Faults();
        Must(faults.Count == 0, kill, string.Join("; ", faults));
        var lines = await services.With<Store, List<(long Id, int Status, CallResult Result)>>(async s => [.. (await s.Set<CallRecord>().AsNoTracking().Select(c => new { c.Id, c.Status, c.Result }).ToListAsync()).Select(c => (c.Id, c.Status, c.Result))]);
        var logged = lines.ToDictionary(l => l.Id);
        foreach (var (call, status) in _answered) Must(logged.TryGetValue(call, out var line) && line.Status == status, kill, $"call {call} was answered with {status} and is not in the log so");
        var through = lines.Count(l => l.Result == CallResult.Answered);
        Must(through <= Quota, kill, $"{through} calls were let through, {Quota} may be");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Must(bool well, int kill, string what)
    {
        if (!well) throw new InvalidOperationException($"Seed {seed}, kill {kill}: {what}.");
    }
}
