using Qingdan.Organizations.Contracts;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>How many findings of a campaign's kinds the units have now.</summary>
internal sealed class CampaignCounts(FindingCounts counts, IOrganizationDirectory organizations)
{
    /// <summary>By living unit; what waivers cover is not asked for.</summary>
    public async Task<IReadOnlyDictionary<long, long>> Now(IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        return (await counts.Read("total > 0", cancel)).Where(c => codes.Contains(c.Kind.Code)).GroupBy(c => units.Living(c.ProviderId)).ToDictionary(g => g.Key, g => g.Sum(c => c.Total));
    }
}
