using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Contracts;

/// <summary>A resource in force, as the lists see it.</summary>
public sealed record PublishedResource(
    long Id, string? Code, string Name, long ProviderId, int Version, ShareProperty? Share, bool ShareStated, string ShareCondition, string ShareReason,
    string ShareWays, UpdateFrequency? Frequency, string DataLevel, string SystemName, string Summary, string Formats, IReadOnlyList<PublishedItem> Items);

/// <summary>A 数据项 in force. <see cref="Share"/> null means: as the resource.</summary>
public sealed record PublishedItem(long Id, int Place, string Name, ShareProperty? Share, string ShareCondition, string ShareReason);
