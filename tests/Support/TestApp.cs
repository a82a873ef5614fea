using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Qingdan.App;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using PasswordHasherOptions = Microsoft.AspNetCore.Identity.PasswordHasherOptions;

namespace Qingdan.Tests.Support;

/// <summary>The real host on a migrated store of its own and a free port. The clock is that of <see cref="TestServices.NewClock"/>.</summary>
public sealed partial class TestApp : IAsyncDisposable
{
    /// <summary>An address whose handler throws; also under /api.</summary>
    public const string BugPath = "/test/bug";

    // Building the endpoints is most of a start; those of one command line are alike.
    private static readonly ConcurrentDictionary<string, BuiltEndpoints> Built = new();

    private readonly TestStore? _own;
    private readonly StoreOptions _store;
    private readonly WebApplication _host;
    private readonly Seat _seat;

    private TestApp(TestStore? own, StoreOptions store, WebApplication host, FakeTimeProvider clock, Seat seat)
    {
        (_own, _store) = (own, store);
        _host = host;
        _seat = seat;
        Clock = clock;
        BaseAddress = new Uri(host.Urls.First());
        Http = NewClient();
    }

    public FakeTimeProvider Clock { get; }

    public Uri BaseAddress { get; }

    /// <summary>Who makes every request from now on; null for whoever signs in.</summary>
    public Actor? Person { get => _seat.Person; set => _seat.Person = value; }

    /// <summary>A visitor with a cookie jar who does not follow redirects.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts the program; <paramref name="args"/> as on its command line (<c>--PathBase=/gov</c>, <c>--environment=Development</c>).</summary>
    public static Task<TestApp> Start(Engine engine, params string[] args) => Start(engine, null, args);

    /// <summary>Starts the program with every request made by <paramref name="person"/>, for tests of pages that are not about signing in.</summary>
    public static async Task<TestApp> Start(Engine engine, Actor? person, params string[] args) => await Start(await FrozenStore.Empty(engine), engine, person, args);

    /// <summary>Starts the program on a copy of the demo city.</summary>
    public static async Task<TestApp> StartCity(Engine engine, params string[] args) => await Start(await FrozenStore.City(engine), engine, null, args);

    /// <summary>The same; <paramref name="more"/> alters its services.</summary>
    public static async Task<TestApp> StartCity(Engine engine, Action<IServiceCollection> more) => await Start(await FrozenStore.City(engine), engine, null, [], more);

    /// <summary>Starts the program on a copy of what <see cref="TestServices.Freeze"/> kept; <paramref name="more"/> alters its services.</summary>
    public static async Task<TestApp> StartOn(Engine engine, string frozen, Action<IServiceCollection> more) => await Start(new FrozenStore(frozen, TimeSpan.FromHours(1)), engine, null, [], more);

    private static async Task<TestApp> Start(FrozenStore frozen, Engine engine, Actor? person, string[] args, Action<IServiceCollection>? more = null)
    {
        var store = await TestStore.Create(engine, frozen.Name);
        var clock = TestServices.NewClock();
        clock.Advance(frozen.Age);
        return await Start(store, store.Options, clock, new Seat { Person = person }, args, more);
    }

    /// <summary>The program once more on the same store and clock: another node.</summary>
    public Task<TestApp> StartBeside() => Start(null, _store, Clock, new Seat(), [], null);

    private static async Task<TestApp> Start(TestStore? own, StoreOptions store, FakeTimeProvider clock, Seat seat, string[] args, Action<IServiceCollection>? more)
    {
        var host = WebHost.Build(args, store, "http://127.0.0.1:0", services =>
        {
            services.AddLogging(log => log.ClearProviders());
            services.AddSingleton<TimeProvider>(clock).Configure<PasswordHasherOptions>(TestServices.FewRounds);
            services.AddSingleton<IStartupFilter>(new Entrance(seat)).AddSingleton(Built.GetOrAdd(string.Join(' ', args), _ => new()));
            more?.Invoke(services);
        });
        await host.Migrate(default);
        await host.StartAsync();
        return new TestApp(own, store, host, clock, seat);
    }

    /// <summary>Another visitor.</summary>
    public HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = BaseAddress };

    /// <summary>Fills in the form of a page and sends it, with the token the page gave. <paramref name="action"/> is the page itself unless told.</summary>
    public async Task<HttpResponseMessage> Post(string page, IEnumerable<KeyValuePair<string, string>> fields, string? action = null)
    {
        var token = TokenField().Match(await Http.GetStringAsync(page)).Groups["value"].Value;
        using var form = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("token", token)]);
        return await Http.PostAsync(action ?? page, form);
    }

    /// <summary>Sends a form with one file.</summary>
    public Task<HttpResponseMessage> PostFile(string page, string name, byte[] content, params (string Name, string Value)[] fields) => PostFileAs("file", page, name, content, fields);

    /// <summary>Sends a form with one file in a field of this name.</summary>
    public async Task<HttpResponseMessage> PostFileAs(string field, string page, string name, byte[] content, (string Name, string Value)[] fields, string? action = null)
    {
        var token = TokenField().Match(await Http.GetStringAsync(page)).Groups["value"].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "token" }, { new ByteArrayContent(content), field, name } };
        foreach (var (key, value) in fields) form.Add(new StringContent(value), key);
        return await Http.PostAsync(action ?? page, form);
    }

    /// <summary>Signs in by the form; the client keeps the session.</summary>
    public Task SignIn(string name, string password) => SignIn(Http, name, password);

    /// <summary>Another visitor signs in.</summary>
    public static async Task SignIn(HttpClient client, string name, string password)
    {
        var token = TokenField().Match(await client.GetStringAsync("/sign-in")).Groups["value"].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", name), KeyValuePair.Create("password", password), KeyValuePair.Create("token", token)]);
        using var answer = await client.PostAsync("/sign-in", form);
        if ((int)answer.StatusCode is < 300 or >= 400) throw new InvalidOperationException($"{name} was not let in: {(int)answer.StatusCode}");
    }

    /// <summary>A scope of the host's services.</summary>
    public AsyncServiceScope Scope() => _host.Services.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
        if (_own is not null) await _own.DisposeAsync();
    }

    [GeneratedRegex("""name="token" value="(?<value>[^"]+)""")]
    private static partial Regex TokenField();

    private sealed class Seat
    {
        public Actor? Person { get; set; }
    }

    /// <summary>Gives every request its person before the pipeline begins; behind it lies an address with a bug.</summary>
    private sealed class Entrance(Seat seat) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext http, RequestDelegate inner) =>
            {
                if (seat.Person is { } person) http.User = TestPerson.Principal(person);
                return inner(http);
            });
            next(app);
            app.Use((HttpContext http, RequestDelegate inner) => http.Request.Path.Value!.EndsWith(BugPath, StringComparison.Ordinal) ? throw new InvalidOperationException("a secret of the inside") : inner(http));
        };
    }
}
