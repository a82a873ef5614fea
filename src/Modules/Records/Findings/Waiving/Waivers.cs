using Qingdan.Platform.Database;

namespace Qingdan.Records.Findings.Waiving;

/// <summary>Which findings waivers cover.</summary>
internal sealed class Waivers(Store store, FindingCounts counts)
{
    /// <summary>Those of some resources that hold, as pairs of resource and kind.</summary>
    public async Task<HashSet<(long, string)>> Among(IReadOnlyCollection<long> resources, CancellationToken cancel) => resources.Count == 0 ? []
        : [.. await store.Query($"SELECT resource_id, code FROM records_waivers WHERE state = 'Granted' AND resource_id IN ({string.Join(',', resources)})", r => (r.GetInt64(0), r.GetString(1)), cancel)];

    /// <summary>Marks or unmarks the findings of a waiver, within the caller's transaction.</summary>
    public async Task Mark(Waiver waiver, bool waived, CancellationToken cancel)
    {
        const string Where = "resource_id = @resource AND code = @code";
        (string, object?)[] values = [("resource", waiver.ResourceId), ("code", waiver.Code)];
        await counts.Subtract(Where, cancel, values);
        await store.Execute($"UPDATE records_findings SET waived = @waived WHERE {Where}", cancel, [.. values, ("waived", waived)]);
        await counts.Restore(Where, cancel, values);
    }
}
