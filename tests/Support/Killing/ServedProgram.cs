using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Platform.Database;

namespace Qingdan.Tests.Support.Killing;

/// <summary>The real program, serving on a free port in a process of its own until it is killed.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _said;

    private ServedProgram(Process process, Uri address)
    {
        _process = process;
        // What it says must be taken from it, or it waits.
        _said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Calls it.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it on a store, with settings in its environment.</summary>
    public static ServedProgram Start(StoreOptions store, params (string Name, string Value)[] environment)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var start = new ProcessStartInfo("dotnet", [KilledProgram.Path, "serve", "--data", store.DataFolder, .. store.PostgresConnection is { } db ? (string[])["--db", db] : [], "--urls", address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!, address);
    }

    /// <summary>From now on each request bears a token of an application; waits until the program answers, and knows what is granted.</summary>
    public async Task TakeToken(GatewayGround ground)
    {
        Http.DefaultRequestHeaders.Authorization = new("Bearer", await Token(ground));
        while ((int)(await Http.GetAsync($"/gateway/{ground.MountId}")).StatusCode is not (200 or 429)) await Task.Delay(20);
    }

    /// <summary>Kills it without warning.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _said;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
        Http.Dispose();
    }

    private async Task<string> Token(GatewayGround ground)
    {
        for (; ; await Task.Delay(50))
            try
            {
                if (_process.HasExited) throw new InvalidOperationException("The program ended by itself.");
                using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", ground.ClientId), new("client_secret", ground.Secret)]);
                using var answer = await Http.PostAsync("/api/v1/oauth/token", form);
                return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
    }
}
