using System.Data.Common;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Systems;

/// <summary>Resources of one provider that say the same under 来源系统.</summary>
/// <param name="Provider">Whose they are.</param>
/// <param name="Text">What they say.</param>
/// <param name="InForce">How many are in force.</param>
/// <param name="Coming">How many are drafts or in review for the first time.</param>
internal sealed record SystemText(long Provider, string Text, int InForce, int Coming);

/// <summary>Reads what resources say under 来源系统, by one statement.</summary>
internal sealed class SystemTexts(Store store)
{
    private const string Sql = """
        SELECT provider_id, system_name, SUM(CASE WHEN state IN ('Published', 'Changing', 'ChangeInReview') THEN 1 ELSE 0 END), COUNT(*)
        FROM catalog_resources WHERE state NOT IN ('Staged', 'Removed', 'Withdrawn')
        """;

    /// <summary>Of these providers; of all when null. Ids come from the store itself, hence they may stand in the text.</summary>
    public Task<List<SystemText>> Read(IReadOnlyCollection<long>? providers, CancellationToken cancel) => providers is { Count: 0 } ? Task.FromResult<List<SystemText>>([])
        : store.Query($"{Sql}{(providers is null ? "" : $" AND provider_id IN ({string.Join(',', providers)})")} GROUP BY provider_id, system_name", Of, cancel);

    private static SystemText Of(DbDataReader r)
    {
        var inForce = (int)r.GetInt64(2);
        return new(r.GetInt64(0), r.GetString(1), inForce, (int)r.GetInt64(3) - inForce);
    }
}
