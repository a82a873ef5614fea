using Qingdan.Platform.Identity;

namespace Qingdan.Standards.Contracts.LegalBases;

/// <summary>Says what stands on a law: 负面清单条目, 不同意共享的答复, 期限. A module with such records implements it; few statements however many there are.</summary>
public interface ILawUse
{
    /// <summary>The place of its line among the others.</summary>
    int Place { get; }

    /// <summary>What this person may see of it, for the law of this name in whichever version; the register's key makes the links.</summary>
    Task<LawUse> Of(long law, string name, Actor actor, CancellationToken cancel);
}

/// <summary>How many records of one kind stand on a law.</summary>
/// <param name="What">The kind, Chinese.</param>
/// <param name="Total">All that cite the law.</param>
/// <param name="ByArticle">Of these, those that name an article (条).</param>
/// <param name="Href">Where they are listed.</param>
public sealed record LawUse(string What, int Total, IReadOnlyDictionary<int, int> ByArticle, string Href)
{
    /// <summary>Counted from the clause that each record names.</summary>
    public static LawUse Of(string what, IReadOnlyCollection<string> clauses, string href) =>
        new(what, clauses.Count, clauses.SelectMany(c => Citation.Articles(c).Distinct()).CountBy(a => a).ToDictionary(), href);
}
