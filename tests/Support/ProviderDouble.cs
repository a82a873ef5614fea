using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Qingdan.Tests.Support;

/// <summary>A provider's real server on loopback, which answers as the test says.</summary>
public sealed class ProviderDouble : IAsyncDisposable
{
    private readonly WebApplication _host;

    private ProviderDouble(WebApplication host) => _host = host;

    /// <summary>Scheme, host and port.</summary>
    public string Address => _host.Urls.First();

    /// <summary>How it answers.</summary>
    public RequestDelegate Answers { get; set; } = http => Json(http, "{}");

    /// <summary>The last request: method, path and query, credentials.</summary>
    public (string Line, string Key, string Authorization) Asked { get; private set; }

    /// <summary>All requests, the oldest first.</summary>
    public ConcurrentQueue<ProviderQuestion> Questions { get; } = new();

    public static async Task<ProviderDouble> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new ProviderDouble(builder.Build());
        provider._host.Run(http =>
        {
            provider.Asked = ($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}", http.Request.Headers["X-Api-Key"].ToString(), http.Request.Headers.Authorization.ToString());
            provider.Questions.Enqueue(new($"{http.Request.Path}{http.Request.QueryString}", http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            return provider.Answers(http);
        });
        await provider._host.StartAsync();
        return provider;
    }

    public static Task Json(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

/// <summary>What a provider was asked.</summary>
public sealed record ProviderQuestion(string Path, IReadOnlyDictionary<string, string> Headers);
