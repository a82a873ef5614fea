using System.Globalization;
using System.Runtime.CompilerServices;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;

namespace Qingdan.Records.Lines;

/// <summary>A line as an edition has it.</summary>
/// <param name="Key">Unique in its list.</param>
/// <param name="UnitId">Whose it is.</param>
/// <param name="Content">RFC 8785.</param>
internal sealed record LineInForce(string Key, long UnitId, string Content);

/// <summary>Reads what is in force of a list, or was at the end of a day, in the order of the keys (by code unit). Streamed.</summary>
internal sealed class LinesInForce(Store store)
{
    // Whoever compares reads archives beside, which the store would not answer while rows stream.
    private const int Slice = 4_000;

    /// <summary>The lines of these units, or of all when there are none; now, or as of a day. From one moment within <see cref="StoreMoment"/> only.</summary>
    public async IAsyncEnumerable<LineInForce> Read(string list, IReadOnlyCollection<long> unitIds, [EnumeratorCancellation] CancellationToken cancel, DateOnly? on = null)
    {
        List<LineInForce> slice;
        var after = "";
        do
        {
            slice = await store.Query(
                $"SELECT key, unit_id, content FROM records_lines WHERE {Where(unitIds, on)} AND key > @after ORDER BY key LIMIT {Slice}", r => new LineInForce(r.GetString(0), r.GetInt64(1), r.GetString(2)), cancel,
                ("list", list), ("after", after));
            foreach (var line in slice) yield return line;
            if (slice.Count > 0) after = slice[^1].Key;
        }
        while (slice.Count == Slice);
    }

    /// <summary>The condition on <c>records_lines</c>, with the list as <c>@list</c>.</summary>
    public static string Where(IReadOnlyCollection<long> unitIds, DateOnly? on)
    {
        var units = unitIds.Count == 0 ? "" : $" AND unit_id IN ({string.Join(',', unitIds)})";
        if (on is not { } day) return $"list = @list AND to_at IS NULL{units}";
        var end = LegalDay.Start(day.AddDays(1)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return $"list = @list AND from_at < {end} AND (to_at IS NULL OR to_at >= {end}){units}";
    }
}
