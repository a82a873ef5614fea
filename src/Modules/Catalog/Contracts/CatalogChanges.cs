using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Contracts;

/// <summary>What a unit says elsewhere about a resource of its own; null leaves as it is.</summary>
/// <param name="ResourceId">Which.</param>
/// <param name="Why">Where it was said, for the audit log.</param>
public sealed record SaidOfResource(long ResourceId, string Why)
{
    public string? Name { get; init; }
    public ShareProperty? Share { get; init; }
    public string? ShareCondition { get; init; }
    public string? ShareWays { get; init; }
    public UpdateFrequency? Frequency { get; init; }
    public string? DataLevel { get; init; }
    public string? SystemName { get; init; }

    /// <summary>Names of its items; those it has already keep what else is known of them.</summary>
    public IReadOnlyList<string>? Items { get; init; }
}

/// <summary>Writes the next version of resources beside the one in force for other modules; the unit hands it in as any other.</summary>
public sealed class CatalogChanges
{
    private readonly Store _store;
    private readonly SaveResource _save;

    internal CatalogChanges(Store store, SaveResource save) => (_store, _save) = (store, save);

    /// <summary>Saves what was said within the caller's transaction.</summary>
    public async Task<Result<Done>> Propose(SaidOfResource said, Actor actor, CancellationToken cancel)
    {
        if (await _store.Set<Resource>().SingleOrDefaultAsync(r => r.Id == said.ResourceId, cancel) is not { } row) return CatalogFaults.NotFound;
        if (row.State is ResourceState.InReview or ResourceState.ChangeInReview) return CatalogFaults.InReview;
        if (row.State is not (ResourceState.Draft or ResourceState.Published or ResourceState.Changing)) return CatalogFaults.NotEditable;
        return await _save.Write(row, Next(await _save.Current(row, cancel), said), actor, cancel, said.Why);
    }

    private static ResourceContent Next(ResourceContent now, SaidOfResource said) => now with
    {
        Name = said.Name ?? now.Name, Share = said.Share ?? now.Share, ShareStated = said.Share is not null || now.ShareStated, ShareCondition = said.ShareCondition ?? now.ShareCondition,
        ShareWays = said.ShareWays ?? now.ShareWays, Frequency = said.Frequency ?? now.Frequency, DataLevel = said.DataLevel ?? now.DataLevel, SystemName = said.SystemName ?? now.SystemName,
        Items = said.Items is null ? now.Items : [.. said.Items.Select(name => now.Items.FirstOrDefault(i => i.Name == name) ?? new ItemContent { Name = name })],
    };
}
