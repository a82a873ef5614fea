using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Catalog.Duties;

/// <summary>Duties in use that stand on a law, each with the resources that serve it. One statement.</summary>
internal sealed class DutyCitations(Store store) : ILawCitations
{
    public async Task<IReadOnlyList<LawCitation>> Of(string law, CancellationToken cancel) =>
    [
        .. (await store.Query(
            """
            SELECT d.unit_id, d.basis, r.id FROM catalog_duties d LEFT JOIN catalog_duty_links l ON l.duty_id = d.id AND l.target = 'Resource'
            LEFT JOIN catalog_resources r ON r.id = l.target_id AND r.state NOT IN ('Staged', 'Removed', 'Withdrawn')
            WHERE d.state = 'InUse' AND d.basis LIKE @part ORDER BY d.id, r.id
            """, r => (Unit: r.GetInt64(0), Basis: r.GetString(1), Resource: r.IsDBNull(2) ? 0 : r.GetInt64(2)), cancel, ("part", $"%{Citation.Part(law)}%")))
            .Where(d => Citation.Cites(d.Basis, law)).Select(d => new LawCitation(d.Unit, d.Resource)),
    ];
}
