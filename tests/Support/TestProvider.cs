using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Qingdan.Tests.Support;

/// <summary>A provider's API on loopback that answers as a test wants it, and keeps what it was asked.</summary>
public sealed class TestProvider : IAsyncDisposable
{
    private readonly WebApplication _host;

    private TestProvider(WebApplication host) => _host = host;

    /// <summary>Scheme, host and port.</summary>
    public string Address => _host.Urls.First();

    /// <summary>How it answers from now on.</summary>
    public RequestDelegate Answer { get; set; } = http => Json(http, "{}");

    /// <summary>What it was asked, the oldest first.</summary>
    public ConcurrentQueue<AskedOfProvider> Asked { get; } = new();

    /// <summary>Starts one that answers this JSON.</summary>
    public static Task<TestProvider> Start(string json) => Start(http => Json(http, json));

    /// <summary>Starts one.</summary>
    public static async Task<TestProvider> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.AddServerHeader = false);
        var host = builder.Build();
        var provider = new TestProvider(host) { Answer = answer };
        host.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            provider.Asked.Enqueue(new(http.Request.Method, $"{http.Request.Path}{http.Request.QueryString}", await reader.ReadToEndAsync(), http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            await provider.Answer(http);
        });
        await host.StartAsync();
        return provider;
    }

    /// <summary>Answers JSON.</summary>
    public static Task Json(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }
}

/// <summary>A question to a provider.</summary>
public sealed record AskedOfProvider(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);
