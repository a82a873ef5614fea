using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Browser;

/// <summary>The program with the demo city, seen by a person of one of its units.</summary>
public sealed class DemoCity : IAsyncDisposable
{
    private DemoCity(TestApp app) => App = app;

    public TestApp App { get; }

    /// <summary>Starts it; the person's unit is found by its short name.</summary>
    public static async Task<DemoCity> Start(string role, string unit)
    {
        var app = await TestApp.StartCity(Engine.Sqlite);
        var city = new DemoCity(app);
        app.Person = new Actor(1, "王敏", await city.Unit(unit), unit, new HashSet<string> { role });
        return city;
    }

    /// <summary>The unit of this short name.</summary>
    public async Task<long> Unit(string name)
    {
        await using var scope = App.Scope();
        return (await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(default)).Resolve(name) ?? throw new InvalidOperationException($"No unit {name}.");
    }

    /// <summary>Works off the jobs: the clock of a test does not tick. The host may have taken one up by itself.</summary>
    public async Task Work()
    {
        await using var scope = App.Scope();
        var (runner, store) = (scope.ServiceProvider.GetRequiredService<JobRunner>(), scope.ServiceProvider.GetRequiredService<Store>());
        do await runner.RunDue(default);
        while (await store.Set<Job>().AnyAsync(j => j.State == JobState.Running));
    }

    /// <summary>What is looked for every hour.</summary>
    public async Task Hour()
    {
        await using var scope = App.Scope();
        foreach (var work in scope.ServiceProvider.GetServices<IRegularWork>()) await work.Run(default);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
