namespace Qingdan.Catalog.Contracts;

/// <summary>Says which records cite a law. A module with such records implements it; few statements however many there are.</summary>
public interface ILawCitations
{
    /// <summary>All that cite the law of this name, in whichever version.</summary>
    Task<IReadOnlyList<LawCitation>> Of(string law, CancellationToken cancel);
}

/// <summary>A record that cites a law.</summary>
/// <param name="UnitId">Whose it is.</param>
/// <param name="ResourceId">The resource of the catalogue that it is about; 0 for none.</param>
public sealed record LawCitation(long UnitId, long ResourceId);
