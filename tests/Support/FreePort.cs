using System.Net;
using System.Net.Sockets;

namespace Qingdan.Tests.Support;

/// <summary>Ports of loopback for programs that are started by a test.</summary>
internal static class FreePort
{
    /// <summary>One that nobody listens on now.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
