using System.Globalization;
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
    /// <summary>The lines of these units, or of all when there are none; now, or as of a day.</summary>
    public IAsyncEnumerable<LineInForce> Read(string list, IReadOnlyCollection<long> unitIds, CancellationToken cancel, DateOnly? on = null) => store.Stream(
        $"SELECT key, unit_id, content FROM records_lines WHERE {Where(unitIds, on)} ORDER BY key", r => new LineInForce(r.GetString(0), r.GetInt64(1), r.GetString(2)), cancel, ("list", list));

    /// <summary>The condition on <c>records_lines</c>, with the list as <c>@list</c>.</summary>
    public static string Where(IReadOnlyCollection<long> unitIds, DateOnly? on)
    {
        var units = unitIds.Count == 0 ? "" : $" AND unit_id IN ({string.Join(',', unitIds)})";
        if (on is not { } day) return $"list = @list AND to_at IS NULL{units}";
        var end = LegalDay.Start(day.AddDays(1)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return $"list = @list AND from_at < {end} AND (to_at IS NULL OR to_at >= {end}){units}";
    }
}
