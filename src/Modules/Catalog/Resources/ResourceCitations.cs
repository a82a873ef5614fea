using System.Text.Json;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Catalog.Resources;

/// <summary>Resources that cite a law: in their basis for not sharing, their condition or reason, or any declared element of theirs. One statement.</summary>
internal sealed class ResourceCitations(Store store) : ILawCitations
{
    public async Task<IReadOnlyList<LawCitation>> Of(string law, CancellationToken cancel) =>
    [
        .. (await store.Query(
            """
            SELECT id, provider_id, share_condition, share_reason, elements FROM catalog_resources
            WHERE state NOT IN ('Staged', 'Removed', 'Withdrawn') AND (elements LIKE @part OR share_condition LIKE @part OR share_reason LIKE @part) ORDER BY id
            """, r => (Id: r.GetInt64(0), Provider: r.GetInt64(1), Texts: (string[])[r.GetString(2), r.GetString(3), .. JsonSerializer.Deserialize<Dictionary<string, string>>(r.GetString(4))!.Values]), cancel, ("part", $"%{Citation.Part(law)}%")))
            .Where(r => r.Texts.Any(text => Citation.Cites(text, law))).Select(r => new LawCitation(r.Provider, r.Id)),
    ];
}
