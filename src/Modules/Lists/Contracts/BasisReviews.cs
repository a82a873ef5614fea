using Qingdan.Lists.Negatives;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Contracts;

/// <summary>依据的生命周期: what a change of law does to the lists. Whoever follows the laws calls it, and tells the units.</summary>
public sealed class BasisReviews
{
    private readonly MarkForReview _mark;

    internal BasisReviews(MarkForReview mark) => _mark = mark;

    /// <summary>Sends the entries in force that the change concerns to their 定期复核, within the caller's transaction. The units with how many.</summary>
    public Task<IReadOnlyDictionary<long, int>> Mark(ChangedLaw law, CancellationToken cancel) => _mark.Run(law, cancel);
}
