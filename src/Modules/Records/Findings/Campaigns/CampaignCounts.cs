using Qingdan.Organizations.Contracts;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>How many findings of a campaign's kinds the units have now.</summary>
internal sealed class CampaignCounts(FindingCounts counts, IOrganizationDirectory organizations)
{
    /// <summary>By living unit; what waivers cover is not asked for.</summary>
    public async Task<IReadOnlyDictionary<long, long>> Now(IReadOnlyCollection<string> codes, CancellationToken cancel) => (await Now(cancel))(codes);

    /// <summary>The same for any campaign, by one statement for all.</summary>
    public async Task<Func<IReadOnlyCollection<string>, IReadOnlyDictionary<long, long>>> Now(CancellationToken cancel)
    {
        var (units, all) = (await organizations.Tree(cancel), await counts.Read("total > 0", cancel));
        return codes => all.Where(c => codes.Contains(c.Kind.Code)).GroupBy(c => units.Living(c.ProviderId)).ToDictionary(g => g.Key, g => g.Sum(c => c.Total));
    }
}
