using System.Net;
using System.Net.Sockets;

namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>An address that must not be told.</summary>
internal sealed class ForbiddenAddressException() : Exception("The address is of this machine, its link, or a cloud's own service.");

/// <summary>
/// The client for hooks. What a name stands for is looked at when the connection is made and the very address looked at is connected to: a name cannot mean one thing when checked
/// and another when used. Redirects are not followed, no proxy is asked.
/// </summary>
internal sealed class HookClient(HookOptions options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private HttpClient? _http;

    /// <summary>The client.</summary>
    public HttpClient Http => _http ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = Connect, PooledConnectionLifetime = Patience }) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };

    public void Dispose() => _http?.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        if (!options.AllowLocal && Array.Exists(addresses, HookAddress.Forbidden)) throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
