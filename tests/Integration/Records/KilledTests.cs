using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>The program killed while it publishes and generates: what was confirmed stays, and nothing is there by half.</summary>
public sealed class KilledTests
{
    // `./bench soak` goes on to two hundred.
    private const int Kills = 5;

    [Theory, Engines]
    public async Task Killed_at_any_moment_it_leaves_no_half_edition_and_its_chain_holds(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var world = new EditionWorld(services.Scope);
        var random = new Random(20261127);
        // The child's clock is the machine's; here it stands behind it, so that what the child began is due.
        services.Clock.AdjustTime(TimeProvider.System.GetUtcNow().AddHours(1));
        var issued = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var id = await world.ToIssue();
            var confirmed = await InForce(services);
            await Killed(services, random.Next(800, 3_500), "edition", "publish", id.ToString(CultureInfo.InvariantCulture), "--person", "authority", "--document", $"示数发〔2026〕{kill}号", "--effective", "2027-12-31", "--summary", "印发");
            await Killed(services, random.Next(800, 3_500), "generate");
            services.Clock.Advance(TimeSpan.FromMinutes(10));
            await services.With<JobRunner>(r => r.RunDue(default));
            var edition = await services.With<Store, Edition>(s => s.Set<Edition>().AsNoTracking().SingleAsync(e => e.Id == id));
            Assert.Contains(edition.State, new[] { EditionState.ToIssue, EditionState.Issued });
            if (edition.State == EditionState.Issued) issued++;
            else Assert.Equal(0, await services.With<Store, int>(s => s.Set<EditionFile>().CountAsync(f => f.EditionId == id && f.Round == 0)));
            Assert.Equal(confirmed, await InForce(services));
            Assert.Equal(0, await services.With<LineBook, long>(b => b.Gaps(default)));
        }
        Assert.Equal(Enumerable.Range(1, issued), await services.With<Store, List<int>>(s => s.Set<Edition>().Where(e => e.Number > 0).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync()));
        await using var scope = services.Scope();
        Assert.True((await scope.ServiceProvider.GetServices<ICheckup>().OfType<EditionsCheckup>().Single().Look(default)).Well);
    }

    private static Task<long> InForce(TestServices services) => services.With<Store, long>(async s => (await s.Query("SELECT count(*) FROM lists_entries WHERE state = 'InForce'", r => r.GetInt64(0), default))[0]);

    // A process of its own, as an operator starts it, and no warning.
    private static async Task Killed(TestServices services, int after, params string[] args)
    {
        var store = services.Options.PostgresConnection is { } connection ? new[] { "--data", services.Options.DataFolder, "--db", connection } : ["--data", services.Options.DataFolder];
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Checkout.Path("artifacts", "bin", "Qingdan.App", "debug", "qingdan.dll"), .. args, .. store]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAny(program.WaitForExitAsync(), Task.Delay(after));
        if (!program.HasExited) program.Kill();
        await program.WaitForExitAsync();
    }
}
