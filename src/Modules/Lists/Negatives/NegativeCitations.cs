using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>Rows of the 负面清单 that stand on a law and were not removed, for the resources they are about. One statement.</summary>
internal sealed class NegativeCitations(Store store) : ILawCitations
{
    public async Task<IReadOnlyList<LawCitation>> Of(string law, CancellationToken cancel) =>
    [
        .. (await store.Query("SELECT provider_id, basis_name, resource_id FROM lists_negatives WHERE state NOT IN ('Removed', 'Rejected') AND basis_name LIKE @part ORDER BY id",
            r => (Unit: r.GetInt64(0), Basis: r.GetString(1), Resource: r.GetInt64(2)), cancel, ("part", $"%{Citation.Part(law)}%")))
            .Where(n => Citation.Cites(n.Basis, law)).Select(n => new LawCitation(n.Unit, n.Resource)),
    ];
}
