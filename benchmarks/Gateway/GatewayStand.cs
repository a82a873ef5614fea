using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;

namespace Qingdan.Bench.Gateway;

/// <summary>The provider, the real program before it with one application that may call, and what it is measured beside, all on loopback.</summary>
internal sealed class GatewayStand : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qingdan-gateway-").FullName;
    private readonly List<Server> _nodes = [];

    private GatewayStand(TestServices services) => (Services, Ground) = (services, new GatewayGround(services.Scope, services.Clock));

    public TestServices Services { get; }
    public GatewayGround Ground { get; }
    public Server Provider { get; private set; } = null!;
    public Server Bare { get; private set; } = null!;
    public Server Nginx { get; private set; } = null!;
    public Server Haproxy { get; private set; } = null!;

    /// <summary>The program, once or several times on one store.</summary>
    public IReadOnlyList<Server> Nodes => _nodes;

    /// <summary>A token.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The way of the calls.</summary>
    public string Path => $"/gateway/{Ground.MountId}";

    /// <summary>Opens it; <paramref name="fill"/> fills the store before the program starts.</summary>
    public static async Task<GatewayStand> Open(Engine engine, int nodes, Func<GatewayStand, Task>? fill = null)
    {
        var stand = new GatewayStand(await TestServices.CreateCity(engine));
        // The program's clock is the machine's, and what is written here must not lie before it.
        stand.Now();
        var (provider, bare, nginx, haproxy) = (FreePort.Next(), FreePort.Next(), FreePort.Next(), FreePort.Next());
        stand.Provider = await Server.Start(provider, "dotnet", Program, "gateway-provider", $"{provider}");
        stand.Bare = await Server.Start(bare, "dotnet", Program, "gateway-bare", $"{bare}", $"{stand.Provider.Address}");
        stand.Nginx = await Beside.Nginx(stand._folder, nginx, stand.Provider.Address);
        stand.Haproxy = await Beside.Haproxy(stand._folder, haproxy, stand.Provider.Address);
        await stand.Ground.Lay(stand.Provider.Address.ToString().TrimEnd('/'));
        if (fill is not null) await fill(stand);
        for (var i = 0; i < nodes; i++) await stand.AddNode();
        stand.Token = await stand.Ask();
        return stand;
    }

    /// <summary>Sets the clock here to that of the machine.</summary>
    public void Now() => Services.Clock.AdjustTime(TimeProvider.System.GetUtcNow());

    /// <summary>Waits until the nodes have done what a store filled from outside makes them do, indexing above all: until they take a tenth of a processor at most.</summary>
    public async Task Settle()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var before = _nodes.Sum(n => n.Cpu());
            await Task.Delay(TimeSpan.FromSeconds(3));
            if (_nodes.Sum(n => n.Cpu()) - before < 0.3) return;
        }
        throw new InvalidOperationException("The nodes do not come to rest.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _nodes.Concat([Bare, Nginx, Haproxy, Provider])) server.Dispose();
        await Services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AddNode()
    {
        var (store, port) = (Services.Options, FreePort.Next());
        string[] db = store.PostgresConnection is { } connection ? ["--db", connection] : [];
        _nodes.Add(await Server.Start(port, "dotnet", [Program.Replace("Qingdan.Bench", "Qingdan.App", StringComparison.Ordinal).Replace("Qingdan.App.dll", "qingdan.dll", StringComparison.Ordinal), "serve", "--data", store.DataFolder, .. db, "--urls", $"http://127.0.0.1:{port}"]));
    }

    private async Task<string> Ask()
    {
        using var http = new HttpClient { BaseAddress = _nodes[0].Address };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", Ground.ClientId), new("client_secret", Ground.Secret)]);
        using var answer = await http.PostAsync("/api/v1/oauth/token", form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private static string Program => typeof(GatewayStand).Assembly.Location;
}
