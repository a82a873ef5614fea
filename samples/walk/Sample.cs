using System.Diagnostics;

namespace Qingdan.Samples.Walk;

/// <summary>One of the two sample programs, in a process of its own.</summary>
internal sealed class Sample : IDisposable
{
    private readonly Process _process;

    private Sample(string name, string[] args) => _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Starts the provider and waits until it answers.</summary>
    public static async Task<Sample> Provider(Uri at)
    {
        var provider = new Sample("sample-provider", [at.ToString()]);
        // What it says must be taken from it, or it waits.
        provider._process.OutputDataReceived += (_, _) => { };
        provider._process.BeginOutputReadLine();
        using var http = new HttpClient();
        for (var tries = 0; tries < 100; tries++)
            try
            {
                using var answer = await http.GetAsync(at);
                return provider;
            }
            catch (HttpRequestException) when (!provider._process.HasExited)
            {
                await Task.Delay(100);
            }
        throw new InvalidOperationException($"The sample provider does not answer at {at}.");
    }

    /// <summary>Runs the consumer to its end: whether it was answered, and what it said.</summary>
    public static async Task<(bool Answered, string Said)> Consume(params string[] args)
    {
        using var consumer = new Sample("sample-consumer", args);
        var (status, said) = (consumer._process.StandardError.ReadToEndAsync(), await consumer._process.StandardOutput.ReadToEndAsync());
        await consumer._process.WaitForExitAsync();
        return (consumer._process.ExitCode == 0, $"{await status}{said}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
