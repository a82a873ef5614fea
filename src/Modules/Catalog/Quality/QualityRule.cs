using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Catalog.Quality;

/// <summary>One rule of a good catalogue. Pure: it sees one resource with what of others concerns it, and names the cells that are wrong.</summary>
/// <param name="kind">What its findings say.</param>
internal abstract class QualityRule(FindingKind kind)
{
    /// <summary>What its findings say, how grave they are, and what they cost.</summary>
    public FindingKind Kind => kind;

    /// <summary>The cells that are wrong; none when the resource keeps the rule.</summary>
    public abstract IEnumerable<FindingCell> Look(CheckedResource resource);

    /// <summary>The values of the sentence.</summary>
    public virtual IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [];
}
