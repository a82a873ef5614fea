using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Qingdan.Bench.Gateway;

/// <summary>What two known tools measure: wrk as much as goes, hey at a rate.</summary>
internal static partial class Load
{
    private const int Connections = 32;

    /// <summary>Requests a second at full load, for some seconds; and microseconds of processor time a request of the server.</summary>
    public static async Task<(double Rate, double Cpu)> Full(Server server, string path, string? token, int seconds)
    {
        var before = server.Cpu();
        var said = await Run("wrk", ["-t2", $"-c{Connections}", $"-d{seconds}s", .. Header(token), new Uri(server.Address, path).ToString()]);
        var cpu = server.Cpu() - before;
        if (said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal)) throw new InvalidOperationException($"{server.Address}: {said}");
        return (Number(Rate().Match(said)), cpu * 1e6 / Number(Total().Match(said)));
    }

    /// <summary>Milliseconds of each request at a rate, with the second in which it was sent; the status beside it.</summary>
    public static async Task<List<Timing>> At(Server server, string path, string? token, double rate, int seconds)
    {
        const int callers = 8;
        var said = await Run("hey", ["-c", $"{callers}", "-q", (rate / callers).ToString("0.#", CultureInfo.InvariantCulture), "-z", $"{seconds}s", "-o", "csv", .. Header(token), new Uri(server.Address, path).ToString()]);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).Select(f => new Timing(Value(f[0]) * 1000, Value(f[7]), int.Parse(f[6], CultureInfo.InvariantCulture)))];
    }

    /// <summary>A percentile of what is known to a tenth of a millisecond only: spread evenly within each tenth.</summary>
    public static double Percentile(IEnumerable<Timing> timings, double part)
    {
        var sorted = timings.Select(t => t.Milliseconds).Order().ToArray();
        var at = (int)(sorted.Length * part);
        var (first, last) = (Array.FindIndex(sorted, v => v == sorted[at]), Array.FindLastIndex(sorted, v => v == sorted[at]));
        return sorted[at] + (0.1 * ((at - first + 0.5) / (last - first + 1) - 0.5));
    }

    /// <summary>Runs a tool to its end; what it said.</summary>
    public static async Task<string> Run(string tool, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, args) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{tool} ended with {process.ExitCode}: {said}");
    }

    private static string[] Header(string? token) => token is null ? [] : ["-H", $"Authorization: Bearer {token}"];

    private static double Number(Match match) => Value(match.Groups[1].Value);

    private static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Total();
}

/// <summary>One request: how long it took, when it was sent in seconds since the first, and what was answered.</summary>
internal sealed record Timing(double Milliseconds, double SentAt, int Status);
