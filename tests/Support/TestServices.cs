using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Qingdan.App;
using Qingdan.Platform.Database;
using PasswordHasherOptions = Microsoft.AspNetCore.Identity.PasswordHasherOptions;

namespace Qingdan.Tests.Support;

/// <summary>The program's services on a migrated store of its own, without HTTP. The clock stands at 2026-11-23 10:00 in Shanghai until moved.</summary>
public sealed class TestServices : IAsyncDisposable
{
    private readonly TestStore _store;
    private readonly ServiceProvider _provider;

    private TestServices(TestStore store, ServiceProvider provider, FakeTimeProvider clock)
    {
        _store = store;
        _provider = provider;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public StoreOptions Options => _store.Options;

    /// <summary>Keeps what the store holds, see <see cref="TestStore.Freeze"/>.</summary>
    public Task<string> Freeze() => _store.Freeze();

    public static FakeTimeProvider NewClock() => new(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    /// <summary>Hashing is slow on purpose; tests sign in often.</summary>
    public static void FewRounds(PasswordHasherOptions options) => options.IterationCount = 10;

    /// <summary>On a store with nothing in it; <paramref name="more"/> adds a test's own services.</summary>
    public static async Task<TestServices> Create(Engine engine, Action<IServiceCollection>? more = null) => await Create(engine, await FrozenStore.Empty(engine), more);

    /// <summary>On a copy of the demo city.</summary>
    public static async Task<TestServices> CreateCity(Engine engine, Action<IServiceCollection>? more = null) => await Create(engine, await FrozenStore.City(engine), more);

    /// <summary>On a store that is no copy: every migration runs. For tests of the migrations; it takes long.</summary>
    public static Task<TestServices> Fresh(Engine engine) => Create(engine, null, null);

    private static async Task<TestServices> Create(Engine engine, FrozenStore? frozen, Action<IServiceCollection>? more)
    {
        var store = await TestStore.Create(engine, frozen?.Name);
        var clock = NewClock();
        clock.Advance(frozen?.Age ?? TimeSpan.Zero);
        var services = new ServiceCollection().AddLogging().AddQingdan(store.Options).AddSingleton<TimeProvider>(clock).Configure<PasswordHasherOptions>(FewRounds);
        more?.Invoke(services);
        var provider = services.BuildServiceProvider(validateScopes: true);
        await using (var scope = provider.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Migrator>().Run(default);
        return new TestServices(store, provider, clock);
    }

    /// <summary>Runs one unit of work with a service in a scope of its own.</summary>
    public async Task<T> With<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = _provider.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs one unit of work with a service in a scope of its own.</summary>
    public Task With<TService>(Func<TService, Task> use) where TService : notnull =>
        With<TService, bool>(async service => { await use(service); return true; });

    /// <summary>A scope of services, for tests that need several together.</summary>
    public AsyncServiceScope Scope() => _provider.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _store.DisposeAsync();
    }
}
