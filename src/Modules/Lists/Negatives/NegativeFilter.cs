using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>Which entries of the negative list are asked for; as the address says it. Null means: all.</summary>
/// <param name="State">One state; the tabs.</param>
/// <param name="Text">Words in name, code or number, all of them.</param>
/// <param name="Provider">A unit.</param>
/// <param name="Level">Level of the legal basis, <c>none</c> for entries without one.</param>
/// <param name="Ban">How the clause reads.</param>
/// <param name="Review">How far its 定期复核 is.</param>
/// <param name="Law">A law of the register that it stands on, in whichever version.</param>
internal sealed record NegativeFilter(NegativeState? State, string? Text, long? Provider, string? Level, BanKind? Ban, string? Review = null, long? Law = null)
{
    /// <summary>Value of <c>level</c> for entries without a basis.</summary>
    public const string NoLevel = "none";

    /// <summary>The filter of an address; what cannot be read does not filter.</summary>
    public static NegativeFilter From(QueryState query, NegativeState? state) => new(
        state, query["q"], long.TryParse(query["provider"], out var provider) ? provider : null, query["level"], FormChoice.Of<BanKind>(query["ban"]),
        query["review"] is ReviewStanding.Repealed or ReviewStanding.Amended or ReviewStanding.Due or ReviewStanding.Later ? query["review"] : null, long.TryParse(query["law"], out var law) ? law : null);

    /// <summary>True when more is asked than the tab.</summary>
    public bool Narrows => Text is not null || Provider is not null || Level is not null || Ban is not null || Review is not null || Law is not null;
}

/// <summary>Who may see what.</summary>
internal static class NegativeQueries
{
    /// <summary>What this person may see: entries in force, and those of their own unit in any state; the city's people and the auditor all.</summary>
    public static IQueryable<Negative> VisibleTo(this IQueryable<Negative> rows, Actor actor, long[] own) =>
        actor.Is(Roles.SeeAll) ? rows : rows.Where(n => n.State == NegativeState.InForce || own.Contains(n.ProviderId));
}
