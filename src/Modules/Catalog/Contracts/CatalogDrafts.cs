using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Contracts;

/// <summary>What another module knows of data that is to be catalogued.</summary>
/// <param name="ProviderId">Whose catalogue.</param>
/// <param name="Name">Name of the resource.</param>
/// <param name="Frequency">Update frequency asked for.</param>
/// <param name="Items">Names of its items.</param>
/// <param name="Why">Where it comes from, for the audit log.</param>
public sealed record DraftFacts(long ProviderId, string Name, UpdateFrequency? Frequency, IReadOnlyList<string> Items, string Why);

/// <summary>Makes drafts of the catalogue for other modules; their units complete them and hand them in as any other.</summary>
public sealed class CatalogDrafts
{
    private const int LongestName = 128;

    private readonly Store _store;
    private readonly AuditLog _audit;
    private readonly IdSource _ids;
    private readonly TimeProvider _clock;
    private readonly SearchWriter _search;

    internal CatalogDrafts(Store store, AuditLog audit, IdSource ids, TimeProvider clock, SearchWriter search) => (_store, _audit, _ids, _clock, _search) = (store, audit, ids, clock, search);

    /// <summary>Adds a draft within the caller's transaction and saves; returns its id.</summary>
    public async Task<long> Add(DraftFacts facts, Actor actor, CancellationToken cancel)
    {
        // Longer names of items stand whole in the note: nothing that was asked for is cut away.
        var content = new ResourceContent
        {
            Name = facts.Name, Frequency = facts.Frequency,
            Items = [.. facts.Items.Select(i => i.Length <= LongestName ? new ItemContent { Name = i } : new ItemContent { Name = i[..LongestName], Note = i })],
        };
        var row = new Resource { Id = _ids.Next(), Name = "", NameKey = "", ProviderId = facts.ProviderId, State = ResourceState.Draft, CreatedAt = _clock.GetUtcNow() };
        row.Fill(content);
        row.Touch(_ids, _clock);
        _store.Add(row);
        _store.AddRange(content.Items.Select((item, i) => item.Row(_ids.Next(), row.Id, i + 1)));
        _audit.Add(actor, CatalogAudit.Saved, CatalogAudit.Of(row), after: content, why: facts.Why);
        await _store.SaveChangesAsync(cancel);
        await _search.Write(row, content, cancel);
        return row.Id;
    }
}
