namespace Qingdan.Exchange.Mounts.Upstream;

/// <summary>The one way out to providers, for trial calls, watching and the gateway: pooled connections through <see cref="UpstreamGuard"/>, no redirects, no cookies, no proxy, nothing unpacked.</summary>
internal sealed class UpstreamClient : IDisposable
{
    // A host that is allowed no longer is called by kept connections for so long at most.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    public UpstreamClient(UpstreamGuard guard) => Invoker = new HttpMessageInvoker(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = Kept, EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = null, MaxResponseHeadersLength = 32, ConnectCallback = guard.Connect,
    });

    /// <summary>Sends. Answers are read as streams; who reads sets the limits.</summary>
    public HttpMessageInvoker Invoker { get; }

    public void Dispose() => Invoker.Dispose();
}
