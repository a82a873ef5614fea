using Qingdan.Platform.Identity;

namespace Qingdan.Platform.Web;

/// <summary>A module's figures on the first page. Several may be registered; the page shows them by <see cref="Order"/>.</summary>
public interface IDashboardTiles
{
    /// <summary>Place among the modules, in the order data flows.</summary>
    int Order { get; }

    /// <summary>The figures as this person may see them; few statements, for every visit asks.</summary>
    Task<IReadOnlyList<DashboardTile>> Read(Actor actor, CancellationToken cancel);
}

/// <summary>One figure, already translated.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Figure">The number as shown.</param>
/// <param name="Href">The page with the rows that were counted.</param>
/// <param name="Symbol">Name of an icon.</param>
/// <param name="Sub">What it is measured against.</param>
/// <param name="Tone">Warn and bad colour the number.</param>
public sealed record DashboardTile(string Label, string Figure, string Href, string Symbol, string? Sub = null, Tone Tone = Tone.Idle);
