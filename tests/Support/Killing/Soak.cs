using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions;

namespace Qingdan.Tests.Support.Killing;

/// <summary>
/// Kills the real program while it publishes and generates in a demo city, goes on as the next start does, and looks each time: nothing is there by half, nothing that was confirmed is lost,
/// the audit chain holds, and the book of lines has no gap. What is wrong throws, with the number of the kill.
/// </summary>
internal sealed class Soak(TestServices services, int seed)
{
    private readonly EditionWorld _world = new(services.Scope);
    private readonly Random _random = new(seed);
    private readonly int[] _counts = new int[Enum.GetValues<Caught>().Length];
    private int _issued;

    /// <summary>How often the program was caught doing what.</summary>
    public IReadOnlyDictionary<Caught, int> Counts => Enum.GetValues<Caught>().ToDictionary(c => c, c => _counts[(int)c]);

    /// <summary>Kills.</summary>
    public int Kills => _counts.Sum() - _counts[(int)Caught.Ended];

    /// <summary>Those in the middle of a write.</summary>
    public int Middle => _counts[(int)Caught.Archive] + _counts[(int)Caught.Transaction];

    /// <summary>Goes on until so many kills were made.</summary>
    public async Task Run(int kills, Action<string>? tell = null)
    {
        // The child's clock is the machine's; here it stands before it, so that what the child began is due.
        services.Clock.AdjustTime(TimeProvider.System.GetUtcNow().AddHours(1));
        for (var turn = 0; Kills < kills; turn++)
        {
            var caught = turn % 2 == 0 ? await Publish(turn) : await Generate(turn);
            _counts[(int)caught]++;
            await Sound(turn);
            tell?.Invoke($"{Kills}: {caught}");
        }
        var numbers = await services.With<Store, List<int>>(s => s.Set<Edition>().Where(e => e.Number > 0).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync());
        Must(numbers.SequenceEqual(Enumerable.Range(1, _issued)), Kills, $"editions {string.Join(' ', numbers)}, {_issued} were issued");
        var checkup = await services.With<IEnumerable<ICheckup>, CheckupReport>(c => c.OfType<EditionsCheckup>().Single().Look(default));
        Must(checkup.Well, Kills, checkup.Finding);
    }

    private async Task<Caught> Publish(int turn)
    {
        var id = await _world.ToIssue();
        await _world.Alter($"信息处 {turn}");
        var confirmed = await InForce();
        var (caught, code) = await KilledProgram.Run(
            services.Options, _random, _random.Next(2) == 0 ? Caught.Archive : Caught.Transaction, "edition", "publish", id.ToString(CultureInfo.InvariantCulture), "--person", "authority", "--document", $"示数发〔2026〕{turn}号", "--effective", "2027-12-31", "--summary", "印发");
        var said = await services.With<Store, EditionState>(s => s.Set<Edition>().Where(e => e.Id == id).Select(e => e.State).SingleAsync());
        Must(caught != Caught.Ended || (code == ExitCode.Done && said == EditionState.Issued), turn, $"publish ended with {code}, and the edition is {said}");
        await GoOn();
        var state = await services.With<Store, EditionState>(s => s.Set<Edition>().Where(e => e.Id == id).Select(e => e.State).SingleAsync());
        var files = await services.With<Store, int>(s => s.Set<EditionFile>().CountAsync(f => f.EditionId == id && f.Round == 0));
        Must((state, files) is (EditionState.Issued, 1) or (EditionState.ToIssue, 0), turn, $"the edition is {state} with {files} archives");
        if (state == EditionState.Issued)
        {
            _issued++;
            Must((await _world.Verify(await _world.Archive(id, 0))).Ok, turn, "the archive does not verify");
        }
        Must(await InForce() == confirmed, turn, "what was confirmed is not what is in force");
        return caught;
    }

    private async Task<Caught> Generate(int turn)
    {
        // So that there is something to generate.
        await services.With<Store>(s => s.Execute("UPDATE catalog_resources SET name = rtrim(name, '0123456789') || @turn", default, ("turn", turn.ToString(CultureInfo.InvariantCulture))));
        var confirmed = await InForce();
        var (caught, code) = await KilledProgram.Run(services.Options, _random, Caught.Transaction, "generate");
        Must(caught != Caught.Ended || HasRun(code), turn, $"generate ended with {code}");
        await GoOn();
        var again = await VerbRun.Run(services, "generate");
        Must(HasRun(again.Code), turn, $"generate cannot be run again: {again.Code} {again.Error}");
        Must(await InForce() == confirmed, turn, "what was confirmed is not what is in force");
        return caught;
    }

    // A run that has found something severe says so by its code.
    private static bool HasRun(int code) => code is ExitCode.Done or ExitCode.Refused;

    // The leases of the one that died run out, and what it began is taken up.
    private Task GoOn()
    {
        services.Clock.Advance(TimeSpan.FromMinutes(10));
        return services.With<JobRunner>(r => r.RunDue(default));
    }

    private async Task Sound(int turn)
    {
        Must(await services.With<LineBook, long>(b => b.Gaps(default)) == 0, turn, "the book of lines has gaps");
        while (await services.With<AuditSealer, int>(s => s.Seal(default)) > 0) { }
        Must(await services.With<AuditSealer, long?>(s => s.FindBreak(default)) is null && await services.With<AuditSealer, bool>(s => s.HeadIsOurs(default)), turn, "the audit chain is broken");
    }

    private async Task<string> InForce() => string.Join('\n', await services.With<Store, List<string>>(s =>
        s.Query("SELECT list, key, content FROM records_lines WHERE to_at IS NULL ORDER BY list, key", r => $"{r.GetString(0)} {r.GetString(1)} {r.GetString(2)}", default)));

    private void Must(bool well, int turn, string what)
    {
        if (!well) throw new InvalidOperationException($"Seed {seed}, turn {turn}: {what}.");
    }
}
