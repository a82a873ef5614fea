namespace Qingdan.Records.Contracts.Findings;

/// <summary>A kind of finding: how bad, what it says, what it stands on, how it is mended.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Title">Short Chinese name for filters.</param>
/// <param name="Text">The sentence, with {0}.</param>
/// <param name="Anchor">Law and article, or whose rule it is.</param>
/// <param name="Advice">What to do about it; empty where the sentence says so.</param>
/// <param name="Points">What a record loses of its 100 by it; 0 for kinds that say nothing about the quality of the catalogue.</param>
public sealed record FindingKind(string Code, Severity Severity, string Title, string Text, string Anchor, string Advice = "", int Points = 0);

/// <summary>The kinds that one module finds. Its findings are replaced by itself only.</summary>
/// <param name="Source">Stable: <c>catalog</c>, <c>lists</c>.</param>
/// <param name="Kinds">In the order in which they are shown within a severity.</param>
public sealed record FindingKindSet(string Source, IReadOnlyList<FindingKind> Kinds);

/// <summary>How many things of a module were checked: what a share of faulty ones is measured by.</summary>
public interface ICheckedThings
{
    /// <summary>The <see cref="FindingKindSet.Source"/> whose kinds are meant.</summary>
    string Source { get; }

    /// <summary>Checked things by provider.</summary>
    Task<IReadOnlyDictionary<long, long>> Count(CancellationToken cancel);
}
