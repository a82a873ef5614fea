using System.Globalization;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Records.Findings.Scores;

/// <summary>Keeps each day's scores for the trend: the last look of a day stays.</summary>
internal sealed class KeepDays(Store store, ReadScores scores, TimeProvider clock) : IRegularWork
{
    private const int Slice = 500;

    public async Task Run(CancellationToken cancel)
    {
        var now = await scores.Now(cancel);
        if (now.Count == 0) return;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        foreach (var some in now.Append(ReadScores.Sum([.. now])).Chunk(Slice))
            await store.Execute($"""
                INSERT INTO records_finding_days (day, provider_id, checked, severe, warning, hint, waived, score) VALUES {string.Join(", ", some.Select(Values))}
                ON CONFLICT (day, provider_id) DO UPDATE SET checked = excluded.checked, severe = excluded.severe, warning = excluded.warning, hint = excluded.hint, waived = excluded.waived, score = excluded.score
                """, cancel, ("day", Shown.Day(clock.Today())));
        await transaction.CommitAsync(cancel);
    }

    private static string Values(UnitScore s) => string.Create(CultureInfo.InvariantCulture,
        $"(@day, {s.UnitId}, {s.Checked}, {s.Of(Severity.Severe)}, {s.Of(Severity.Warning)}, {s.Of(Severity.Hint)}, {s.Waived}, {(s.Score is { } score ? decimal.ToInt64(Math.Round(score * 100)) : -1)})");
}
