using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>A provider that speaks bytes: what no web server would send.</summary>
internal sealed class RawProvider : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public RawProvider()
    {
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>Scheme, host and port.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What is written to a connection behind its request; then it is closed.</summary>
    public Func<NetworkStream, CancellationToken, Task> Answers { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Writes a text.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Text(string text) => (stream, cancel) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancel).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task Serve()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(Answer(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
            try
            {
                var (stream, read) = (client.GetStream(), new byte[16 * 1024]);
                if (await stream.ReadAsync(read, _end.Token) > 0) await Answers(stream, _end.Token);
            }
            // The gateway has hung up, which is what it is tried for.
            catch (Exception over) when (over is IOException or OperationCanceledException)
            {
            }
    }
}
