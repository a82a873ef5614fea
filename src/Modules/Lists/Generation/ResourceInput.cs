using System.Collections.Frozen;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Generation;

/// <summary>All that generation knows about one published resource.</summary>
internal sealed record ResourceInput(PublishedResource Resource, ProviderFacts Provider, Standing Standing);

/// <summary>The provider as far as rules ask.</summary>
/// <param name="Name">Official name.</param>
/// <param name="Code">组织机构代码; null when unknown.</param>
/// <param name="Proposed">待确认: made from a name in an import.</param>
/// <param name="Laws">The rule profiles that apply to this kind of unit.</param>
internal sealed record ProviderFacts(string Name, string? Code, bool Proposed, IReadOnlyList<RuleProfile> Laws);

/// <summary>What the lists already say about a resource.</summary>
/// <param name="Entry">State of its row in the 责任清单; null without one.</param>
/// <param name="Negative">Its row in the 负面清单.</param>
/// <param name="Demands">The listed demands that ask for it, by number.</param>
/// <param name="Both">Names of items that stand in both lists in force.</param>
internal sealed record Standing(EntryState? Entry, NegativeStanding? Negative, IReadOnlyList<DemandStanding> Demands, IReadOnlyList<string> Both)
{
    /// <summary>Nothing yet.</summary>
    public static readonly Standing None = new(null, null, [], []);
}

/// <summary>A listed demand.</summary>
internal sealed record DemandStanding(long Id, string Number);

/// <summary>A row of the 负面清单 as generation sees it. Without items it covers the whole resource.</summary>
internal sealed record NegativeStanding(NegativeState State, IReadOnlySet<long> ItemIds, LegalBasisLevel? BasisLevel, bool HasBasis, BasisState BasisState, string Digest)
{
    /// <summary>True when it was the authority that refused it, and not its unit that gave it up.</summary>
    public bool Ruled { get; init; }

    /// <summary>Items that the authority took out.</summary>
    public IReadOnlySet<long> Narrowed { get; init; } = FrozenSet<long>.Empty;

    /// <summary>True from the day of its 定期复核.</summary>
    public bool ReviewDue { get; init; }

    /// <summary>True when it is about the whole resource.</summary>
    public bool CoversAll => ItemIds.Count == 0;

    /// <summary>True when it forbids this item.</summary>
    public bool Forbids(long itemId) => State == NegativeState.InForce && (CoversAll || ItemIds.Contains(itemId));

    /// <summary>True when it forbids the whole resource.</summary>
    public bool ForbidsAll => State == NegativeState.InForce && CoversAll;
}

/// <summary>A listed demand for data outside the catalogue. <paramref name="Settled"/>: its row already has a share property.</summary>
internal sealed record DemandInput(
    long Id, string Number, long ProviderId, ProviderFacts Provider, string Name, UpdateFrequency? Frequency, IReadOnlyList<string> Items, bool Settled);
