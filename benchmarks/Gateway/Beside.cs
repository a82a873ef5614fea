using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Qingdan.Bench.Gateway;

/// <summary>What stands beside the gateway: the provider, a bare YARP forwarder, nginx and HAProxy, each with kept connections and no log.</summary>
internal static class Beside
{
    // The provider's answers: 2 KB, or 100 MB for the name "large".
    private static readonly Lazy<byte[]> Small = new(() => Document(15)), Large = new(() => Document(800_000));

    /// <summary>What the child processes run: <c>gateway-provider PORT</c> or <c>gateway-bare PORT PROVIDER</c>.</summary>
    public static async Task Child(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{args[1]}");
        builder.Services.AddHttpForwarder();
        await using var app = builder.Build();
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null, EnableMultipleHttp2Connections = true });
        if (args[0] == "gateway-provider") app.Run(Provide);
        else
        {
            var (forwarder, to) = (app.Services.GetRequiredService<IHttpForwarder>(), args[2]);
            var forwarding = new ForwarderRequestConfig { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
            app.Run(async http => await forwarder.SendAsync(http, to, invoker, forwarding, HttpTransformer.Default));
        }
        await app.RunAsync();
    }

    /// <summary>nginx with one worker a processor.</summary>
    public static async Task<Server> Nginx(string folder, int port, Uri provider)
    {
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, $$"""
            daemon off; worker_processes auto; pid {{folder}}/nginx.pid; error_log {{folder}}/nginx.log;
            events { worker_connections 1024; }
            http {
              access_log off; client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
              keepalive_requests 100000000;
              upstream provider { server {{provider.Authority}}; keepalive 64; keepalive_requests 100000000; }
              server { listen 127.0.0.1:{{port}}; location / { proxy_pass http://provider; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_max_temp_file_size 0; } }
            }
            """);
        return await Server.Start(port, "nginx", "-c", file, "-p", folder);
    }

    /// <summary>HAProxy with one thread a processor.</summary>
    public static async Task<Server> Haproxy(string folder, int port, Uri provider)
    {
        var file = Path.Combine(folder, "haproxy.cfg");
        await File.WriteAllTextAsync(file, $"""
            global
              maxconn 1024
            defaults
              mode http
              timeout connect 5s
              timeout client 60s
              timeout server 60s
              http-reuse always
            frontend calls
              bind 127.0.0.1:{port}
              default_backend provider
            backend provider
              server one {provider.Authority}

            """);
        return await Server.Start(port, "haproxy", "-db", "-f", file);
    }

    private static async Task Provide(HttpContext http)
    {
        var body = (http.Request.Query["name"] == "large" ? Large : Small).Value;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private static byte[] Document(int rows)
    {
        var text = new StringBuilder("{\"code\":200,\"data\":{\"total\":").Append(rows).Append(",\"list\":[");
        for (var i = 0; i < rows; i++)
            text.Append(i > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $$"""{"id":{{i}},"a":"张三{{i % 100}}","b":"310101199001{{i % 1_000_000:000000}}","c":{"d":"保密"},"address":"世纪大道{{i % 1000}}号","state":"有效"}""");
        return Encoding.UTF8.GetBytes(text.Append("]}}").ToString());
    }
}
