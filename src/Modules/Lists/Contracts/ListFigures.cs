using Qingdan.Lists.Figures;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Contracts;

/// <summary>How the three lists stand: for the city's roles and the auditor all of it, for others their own unit's.</summary>
public sealed class ListFigures
{
    private readonly CountLists _count;

    internal ListFigures(CountLists count) => _count = count;

    /// <summary>Counts, by four statements.</summary>
    public Task<IReadOnlyList<ListFigure>> Read(Actor actor, CancellationToken cancel) => _count.Run(actor, cancel);
}

/// <summary>One list.</summary>
/// <param name="Name">责任清单, to be translated where shown.</param>
/// <param name="InForce">Rows in force.</param>
/// <param name="Proposed">拟列入; null where the list knows none.</param>
/// <param name="UnderWay">Waiting: demands in check, proposed changes, negative entries in review.</param>
public sealed record ListFigure(string Name, ListCount InForce, ListCount? Proposed, ListCount UnderWay);

/// <summary>A number and the page of the rows that were counted.</summary>
public sealed record ListCount(long Count, string Href);
