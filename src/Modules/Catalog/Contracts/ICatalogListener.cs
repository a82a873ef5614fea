using Qingdan.Platform.Identity;

namespace Qingdan.Catalog.Contracts;

/// <summary>Told inside the transaction that changes what a provider has published; adds its own work to the same unit of work.</summary>
public interface ICatalogListener
{
    /// <summary>The published catalogue of a provider changed.</summary>
    Task Published(long providerId, Actor actor, CancellationToken cancel);

    /// <summary>The published catalogues of several providers changed at once, by an import.</summary>
    async Task PublishedMany(IReadOnlyCollection<long> providerIds, Actor actor, CancellationToken cancel)
    {
        foreach (var provider in providerIds) await Published(provider, actor, cancel);
    }
}
