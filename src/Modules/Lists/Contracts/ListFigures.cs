using Qingdan.Lists.Figures;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Contracts;

/// <summary>How the three lists stand and what hinders them: for the city's roles and the auditor all of it, for others their own unit's.</summary>
public sealed class ListFigures
{
    private readonly CountLists _count;

    internal ListFigures(CountLists count) => _count = count;

    /// <summary>Counts, by five statements.</summary>
    public Task<ListPicture> Read(Actor actor, CancellationToken cancel) => _count.Run(actor, cancel);
}

/// <summary>The lists in figures. Texts are Chinese, to be translated where shown.</summary>
/// <param name="Lists">需求清单, 责任清单, 负面清单.</param>
/// <param name="Problems">The kinds of findings there are, the worst first.</param>
public sealed record ListPicture(IReadOnlyList<ListFigure> Lists, IReadOnlyList<ListProblem> Problems);

/// <summary>One list.</summary>
/// <param name="Name">责任清单.</param>
/// <param name="InForce">Rows in force.</param>
/// <param name="Proposed">拟列入; null where the list knows none.</param>
/// <param name="UnderWay">Waiting: demands in check, proposed changes, negative entries in review.</param>
public sealed record ListFigure(string Name, ListCount InForce, ListCount? Proposed, ListCount UnderWay);

/// <summary>A number and the page of the rows that were counted.</summary>
public sealed record ListCount(long Count, string Href);

/// <summary>A kind of findings.</summary>
public sealed record ListProblem(string Title, Tone Tone, long Count, string Href);
