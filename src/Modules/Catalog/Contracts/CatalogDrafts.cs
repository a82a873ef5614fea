using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Contracts;

/// <summary>What another module knows of data that is to be catalogued.</summary>
/// <param name="ProviderId">Whose catalogue.</param>
/// <param name="Name">Name of the resource.</param>
/// <param name="Frequency">Update frequency asked for.</param>
/// <param name="Items">Names of its items.</param>
/// <param name="Why">Where it comes from, for the audit log.</param>
public sealed record DraftFacts(long ProviderId, string Name, UpdateFrequency? Frequency, IReadOnlyList<string> Items, string Why)
{
    /// <summary>来源系统, where it is known.</summary>
    public string SystemName { get; init; } = "";

    /// <summary>共享属性 as the unit itself planned it; null where nobody said.</summary>
    public ShareProperty? Share { get; init; }
}

/// <summary>Makes drafts of the catalogue for other modules; their units complete them and hand them in as any other.</summary>
public sealed class CatalogDrafts
{
    private const int LongestName = 128;

    private readonly NewDraft _draft;

    internal CatalogDrafts(NewDraft draft) => _draft = draft;

    /// <summary>Adds a draft within the caller's transaction and saves; returns its id.</summary>
    public Task<long> Add(DraftFacts facts, Actor actor, CancellationToken cancel) => _draft.Add(facts.ProviderId, new ResourceContent
    {
        Name = facts.Name, Frequency = facts.Frequency, SystemName = facts.SystemName, Share = facts.Share, ShareStated = facts.Share is not null,
        // Longer names of items stand whole in the note: nothing that was asked for is cut away.
        Items = [.. facts.Items.Select(i => i.Length <= LongestName ? new ItemContent { Name = i } : new ItemContent { Name = i[..LongestName], Note = i })],
    }, actor, cancel, facts.Why);
}
