using Qingdan.Catalog.Figures;
using Qingdan.Platform.Identity;

namespace Qingdan.Catalog.Contracts;

/// <summary>How the catalogue stands: for the city's roles all of it, for others their own unit's.</summary>
public sealed class CatalogFigures
{
    private readonly CountCatalog _count;

    internal CatalogFigures(CountCatalog count) => _count = count;

    /// <summary>Counts; states and share properties from memory, units and recent changes by one statement each.</summary>
    public Task<CatalogPicture> Read(Actor actor, CancellationToken cancel) => _count.Run(actor, cancel);
}

/// <summary>The catalogue in figures. Texts are Chinese, to be translated where shown.</summary>
/// <param name="OfUnit">The unit it is about; empty for the whole city.</param>
/// <param name="Total">Resources in all.</param>
/// <param name="InForce">Of them in force.</param>
/// <param name="Waiting">Waiting for the authority.</param>
/// <param name="Drafts">Drafts and changes in the making.</param>
/// <param name="States">By state.</param>
/// <param name="Shares">By share property, inferred ones apart.</param>
/// <param name="Units">By unit, the largest first.</param>
/// <param name="Recent">The last changes.</param>
public sealed record CatalogPicture(
    string OfUnit, int Total, int InForce, int Waiting, int Drafts, IReadOnlyList<CatalogShareOf> States, IReadOnlyList<CatalogShareOf> Shares,
    IReadOnlyList<CatalogOfUnit> Units, IReadOnlyList<CatalogChange> Recent);

/// <summary>One part of the whole and the page of its rows.</summary>
/// <param name="Key">The stored value.</param>
/// <param name="Text">Chinese name.</param>
/// <param name="Count">Resources.</param>
/// <param name="Href">Their page.</param>
public sealed record CatalogShareOf(string Key, string Text, int Count, string Href);

/// <summary>How far a unit is.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Href">The unit's resources.</param>
/// <param name="Total">All that may be seen.</param>
/// <param name="InForce">Of them in force.</param>
/// <param name="Stated">Of them with a stated share property.</param>
public sealed record CatalogOfUnit(string Name, string Href, int Total, int InForce, int Stated);

/// <summary>A resource that was changed lately.</summary>
public sealed record CatalogChange(string Name, string Href, string Unit, string StateText, DateTimeOffset At);
