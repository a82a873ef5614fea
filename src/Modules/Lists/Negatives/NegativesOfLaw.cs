using System.Data.Common;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>An entry that cites a law.</summary>
internal sealed record CitingNegative(long Id, NegativeState State, string Clause);

/// <summary>Rows of the 负面清单 that stand on a law, whether their clause was picked from the register or typed. One statement.</summary>
internal sealed class NegativesOfLaw(Store store) : ILawUse
{
    public int Place => 1;

    public async Task<LawUse> Of(long law, string name, Actor actor, CancellationToken cancel) =>
        LawUse.Of("负面清单条目（生效中）", [.. (await Citing(name, cancel)).Where(n => n.State == NegativeState.InForce).Select(n => n.Clause)], $"/lists/negatives?law={law}");

    /// <summary>All of them, in whatever state; none for no name.</summary>
    public async Task<IReadOnlyList<CitingNegative>> Citing(string law, CancellationToken cancel) => law.Length == 0 ? [] :
    [
        .. (await store.Query("SELECT id, state, basis_clause, basis_name FROM lists_negatives WHERE basis_name LIKE @part ORDER BY id", Read, cancel, ("part", $"%{Citation.Part(law)}%")))
            .Where(n => Citation.Cites(n.Basis, law)).Select(n => n.Entry),
    ];

    private static (CitingNegative Entry, string Basis) Read(DbDataReader r) => (new(r.GetInt64(0), Enum.Parse<NegativeState>(r.GetString(1)), r.GetString(2)), r.GetString(3));
}
