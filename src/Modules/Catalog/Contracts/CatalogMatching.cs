using Qingdan.Catalog.Matching;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Contracts;

/// <summary>A resource in force that a sentence of need may be about.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">Its code; null before it has one.</param>
/// <param name="Name">Its name.</param>
/// <param name="ProviderId">提供单位.</param>
/// <param name="Provider">Its short name.</param>
/// <param name="Summary">摘要.</param>
/// <param name="Share">共享属性; null when undetermined.</param>
/// <param name="ShareStated">False when the share property is only inferred.</param>
/// <param name="ItemCount">Number of its items.</param>
/// <param name="Score">Greater is better; comparable within one answer only.</param>
/// <param name="Items">Names of the items in which one of the words stands; the first few.</param>
/// <param name="Words">The words of the sentence that made it match, as they are compared; the weightiest first.</param>
public sealed record CatalogMatch(
    long Id, string? Code, string Name, long ProviderId, string Provider, string Summary, ShareProperty? Share, bool ShareStated, int ItemCount, double Score, IReadOnlyList<string> Items, IReadOnlyList<string> Words);

/// <summary>Finds for other modules what in the catalogue a free sentence is most likely about.</summary>
public sealed class CatalogMatching
{
    /// <summary>Most resources of an answer.</summary>
    public const int Most = 10;

    /// <summary>Most characters of a sentence.</summary>
    public const int LongestNeed = 10_000;

    private readonly MatchNeed _match;

    internal CatalogMatching(MatchNeed match) => _match = match;

    /// <summary>At most ten resources in force, the best first; refused when there is nothing to look for.</summary>
    public Task<Result<IReadOnlyList<CatalogMatch>>> Find(string? need, CancellationToken cancel) => _match.Run(need, cancel);
}
