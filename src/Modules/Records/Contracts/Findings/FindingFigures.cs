using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Contracts.Findings;

/// <summary>What is worst, for the first page: for the city's roles and the auditor of all units, for others of their own.</summary>
public sealed class FindingFigures
{
    private const int Most = 6;

    private readonly FindingCounts _counts;
    private readonly IOrganizationDirectory _organizations;

    internal FindingFigures(FindingCounts counts, IOrganizationDirectory organizations) => (_counts, _organizations) = (counts, organizations);

    /// <summary>The kinds there are, the gravest first.</summary>
    public async Task<IReadOnlyList<FindingFigure>> Read(Actor actor, CancellationToken cancel)
    {
        var mine = actor.Is(Roles.SeeAll) ? "provider_id > 0" : $"provider_id IN ({string.Join(',', (await _organizations.Tree(cancel)).Family(actor.UnitId).Append(0))})";
        return [.. (await _counts.Read($"total > 0 AND {mine}", cancel)).GroupBy(c => c.Kind).OrderBy(g => g.Key.Severity).ThenByDescending(g => g.Key.Points).Take(Most)
            .Select(g => new FindingFigure(g.Key.Title, g.Key.Severity.Tone(), g.Sum(c => c.Total), $"/findings?code={g.Key.Code}"))];
    }
}

/// <summary>A kind of findings and the page of its rows.</summary>
public sealed record FindingFigure(string Title, Tone Tone, long Count, string Href);
