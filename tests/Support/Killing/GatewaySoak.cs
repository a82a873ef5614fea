using System.Globalization;
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
        await using var program = ServedProgram.Start(services.Options);
        await program.TakeToken(_ground);
        var calling = Enumerable.Range(0, Callers).Select(_ => Call(program.Http)).ToList();
        await Task.Delay(_random.Next(50, MostMilliseconds));
        await program.Kill();
        return [.. (await Task.WhenAll(calling)).SelectMany(c => c)];
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
        // Those of former kills cannot go unseen: the chain was verified.
        var calls = said.ConvertAll(s => s.Call);
        var logged = await services.With<Store, Dictionary<long, int>>(s => s.Set<CallRecord>().AsNoTracking().Where(c => calls.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Status));
        foreach (var (call, status) in said) Must(logged.TryGetValue(call, out var line) && line == status, kill, $"call {call} was answered with {status} and is not in the log so");
        var through = await services.With<Store, int>(s => s.Set<CallRecord>().CountAsync(c => c.Result == CallResult.Answered));
        Must(through <= Quota, kill, $"{through} calls were let through, {Quota} may be");
    }

    private void Must(bool well, int kill, string what)
    {
        if (!well) throw new InvalidOperationException($"Seed {seed}, kill {kill}: {what}.");
    }
}
