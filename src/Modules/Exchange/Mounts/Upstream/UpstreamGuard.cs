using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Mounts.Upstream;

/// <summary>A connection to an inner address that nobody has allowed.</summary>
internal sealed class InnerAddressException(string host) : IOException($"{host} leads to an inner address.");

/// <summary>
/// Connects to providers. A name is resolved here and the connection goes to the very address that was looked at, so that no second answer of the name server leads elsewhere; one inner address among several is enough to refuse.
/// </summary>
internal sealed class UpstreamGuard(IServiceScopeFactory scopes)
{
    /// <summary>An open connection.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
        if (addresses.Any(InnerAddresses.Holds) && !await IsAllowed(host, cancel)) throw new InnerAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Asked for each connection, not for each call: connections are kept.
    private async Task<bool> IsAllowed(string host, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = AllowHost.Plain(host);
        return await scope.ServiceProvider.GetRequiredService<Store>().Set<AllowedHost>().AnyAsync(h => h.Host == known, cancel);
    }
}
