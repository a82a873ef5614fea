using Qingdan.Platform.Identity;

namespace Qingdan.Catalog.Contracts;

/// <summary>Told inside the transaction that changes what a provider has published; adds its own work to the same unit of work.</summary>
public interface ICatalogListener
{
    /// <summary>The published catalogue changed as <paramref name="change"/> says.</summary>
    Task Published(PublishedChange change, Actor actor, CancellationToken cancel);
}

/// <summary>What changed in the published catalogue.</summary>
/// <param name="ProviderIds">Whose catalogue.</param>
/// <param name="ResourceIds">Which of their resources; none when they are many: any of theirs may have changed.</param>
public sealed record PublishedChange(IReadOnlyCollection<long> ProviderIds, IReadOnlyCollection<long> ResourceIds)
{
    // More are not named one by one: to look at all of a provider costs less then.
    private const int Most = 200;

    /// <summary>Some resources of some providers.</summary>
    public static PublishedChange Of(IReadOnlyCollection<long> providerIds, IReadOnlyCollection<long> resourceIds) => new(providerIds, resourceIds.Count > Most ? [] : resourceIds);

    /// <summary>Any resources of these providers.</summary>
    public static PublishedChange Any(IReadOnlyCollection<long> providerIds) => new(providerIds, []);
}
