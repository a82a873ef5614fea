using System.Globalization;
using Qingdan.Platform.Database;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Records.Findings;

/// <summary>By how much a count moves.</summary>
internal sealed record CountStep(long ProviderId, string Code, long Total, long Waived);

/// <summary>How many findings of a kind a unit has. <paramref name="Total"/>: those that no waiver covers.</summary>
internal sealed record FindingCount(long ProviderId, FindingKind Kind, long Total, long Waived);

/// <summary>The maintained counts of findings by provider and kind.</summary>
internal sealed class FindingCounts(Store store, FindingKinds kinds)
{
    private const int Slice = 500;

    /// <summary>The counts that fit a condition; kinds that nobody supplies any more are left out.</summary>
    public async Task<List<FindingCount>> Read(string where, CancellationToken cancel) =>
        [.. (await store.Query($"SELECT provider_id, code, total, waived FROM records_finding_counts WHERE {where}", r => (r.GetInt64(0), Kind: kinds.Find(r.GetString(1)), r.GetInt64(2), r.GetInt64(3)), cancel))
            .Where(c => c.Kind is not null).Select(c => new FindingCount(c.Item1, c.Kind!, c.Item3, c.Item4))];

    /// <summary>Takes off what fits a condition and is about to go or to change.</summary>
    public async Task Subtract(string where, CancellationToken cancel, params (string, object?)[] values) =>
        await Add((await Count(where, values, cancel)).Select(c => c with { Total = -c.Total, Waived = -c.Waived }), cancel);

    /// <summary>Adds what fits a condition, after it has changed.</summary>
    public async Task Restore(string where, CancellationToken cancel, params (string, object?)[] values) => await Add(await Count(where, values, cancel), cancel);

    /// <summary>Moves counts, always in the same order: two writers never wait for each other crosswise.</summary>
    public async Task Add(IEnumerable<CountStep> steps, CancellationToken cancel)
    {
        foreach (var some in steps.Where(s => s.Total != 0 || s.Waived != 0).OrderBy(s => s.ProviderId).ThenBy(s => s.Code, StringComparer.Ordinal).Chunk(Slice))
            await store.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO records_finding_counts (provider_id, code, total, waived) VALUES {string.Join(", ", some.Select((s, i) => string.Create(CultureInfo.InvariantCulture, $"({s.ProviderId}, @c{i}, {s.Total}, {s.Waived})")))}
                ON CONFLICT (provider_id, code) DO UPDATE SET total = records_finding_counts.total + excluded.total, waived = records_finding_counts.waived + excluded.waived
                """), cancel, [.. some.Select((s, i) => ($"c{i}", (object?)s.Code))]);
    }

    private Task<List<CountStep>> Count(string where, (string, object?)[] values, CancellationToken cancel) => store.Query(
        $"SELECT provider_id, code, count(*), sum(CASE WHEN waived THEN 1 ELSE 0 END) FROM records_findings WHERE {where} GROUP BY provider_id, code",
        r => new CountStep(r.GetInt64(0), r.GetString(1), r.GetInt64(2) - r.GetInt64(3), r.GetInt64(3)), cancel, values);
}
