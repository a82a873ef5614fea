using System.Diagnostics;
using System.Globalization;

namespace Qingdan.Bench.Gateway;

/// <summary>A server in a process of its own, with what it took of the processors and of memory; ends with the bench.</summary>
internal sealed class Server(Process process, Uri address) : IDisposable
{
    // USER_HZ, the same on every Linux.
    private const double Ticks = 100;

    /// <summary>Where it answers.</summary>
    public Uri Address => address;

    /// <summary>Starts a program and waits until its port answers.</summary>
    public static async Task<Server> Start(int port, string file, params string[] args)
    {
        var process = Process.Start(new ProcessStartInfo(file, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // What it says must be taken from it, or it waits.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var said = process.StandardError.ReadToEndAsync();
        var server = new Server(process, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(5); await Task.Delay(50))
            try
            {
                if (process.HasExited) throw new InvalidOperationException($"{file} ended: {await said}");
                using var answer = await http.GetAsync(server.Address);
                return server;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        throw new InvalidOperationException($"{file} does not answer.");
    }

    /// <summary>Seconds of processor time so far, of the process and its children.</summary>
    public double Cpu() => Family().Sum(Used);

    /// <summary>Lets the peak of resident memory begin anew; what is resident now, in megabytes.</summary>
    public double ForgetPeak()
    {
        File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");
        return Status("VmRSS:");
    }

    /// <summary>The peak of resident memory, in megabytes.</summary>
    public double Peak() => Status("VmHWM:");

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private IEnumerable<int> Family() => [process.Id, .. Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id != 0 && Fields(id) is { } f && f[1] == $"{process.Id}")];

    private static double Used(int id) => Fields(id) is { } f ? (double.Parse(f[11], CultureInfo.InvariantCulture) + double.Parse(f[12], CultureInfo.InvariantCulture)) / Ticks : 0;

    // Behind the name, which may hold blanks: state, parent …, the 12th and 13th the ticks of user and system. Null for one that has ended meanwhile.
    private static string[]? Fields(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private double Status(string name) =>
        double.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
}
