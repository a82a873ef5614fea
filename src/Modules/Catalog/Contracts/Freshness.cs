using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Contracts;

/// <summary>Until when data are fresh: last update, a period of their rhythm, and as long again in grace, at least three days. The grace is ours, no law states one.</summary>
public static class Freshness
{
    private const int LeastGrace = 3;

    /// <summary>The last day; null where update or rhythm says nothing.</summary>
    public static DateOnly? LastDay(DateOnly? updatedOn, UpdateFrequency? rhythm) => updatedOn is { } updated && Days(rhythm) is { } period ? updated.AddDays(period + Math.Max(period, LeastGrace)) : null;

    private static int? Days(UpdateFrequency? frequency) => frequency switch
    {
        UpdateFrequency.RealTime or UpdateFrequency.Daily => 1,
        UpdateFrequency.Weekly => 7,
        UpdateFrequency.TenDays => 10,
        UpdateFrequency.Monthly => 31,
        UpdateFrequency.Quarterly => 92,
        UpdateFrequency.HalfYearly => 183,
        UpdateFrequency.Yearly => 366,
        _ => null,
    };
}
