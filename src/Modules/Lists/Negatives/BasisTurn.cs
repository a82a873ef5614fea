using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>What an entry quotes.</summary>
/// <param name="ClauseId">The clause of the register; 0 when typed.</param>
/// <param name="Clause">第二十八条.</param>
/// <param name="Text">原文 as quoted.</param>
/// <param name="EffectiveOn">施行日期 of the text that is meant; null when not stated.</param>
/// <param name="Since">The day from which the entry is in force; null when it has none.</param>
internal sealed record QuotedBasis(long ClauseId, string Clause, string Text, DateOnly? EffectiveOn, DateOnly? Since);

/// <summary>Whether a change of a law is one of the clause that an entry stands on. Pure.</summary>
internal static class BasisTurn
{
    /// <summary>
    /// A law that ended takes each of its clauses along. A new version leaves those as they were whose words it still has under their article; where the register does not
    /// hold that article, a clause picked from an earlier version has ended, and a typed one has when the entry is older than the new version.
    /// </summary>
    public static bool Concerns(QuotedBasis quoted, ChangedLaw law, IReadOnlyList<LegalClause> now)
    {
        if (law.Change != LawEvent.Replaced) return true;
        if (now.Any(c => c.Id == quoted.ClauseId)) return false;
        var articles = Citation.Articles(quoted.Clause).ToHashSet();
        var texts = now.Where(c => articles.Contains(c.Article)).ToList();
        if (texts.Count > 0) return !texts.Exists(c => Quotation.Compare(c.Text, quoted.Text).Agrees);
        if (quoted.ClauseId != 0) return true;
        return quoted.EffectiveOn != law.On && (quoted.Since is null || quoted.Since < law.On);
    }
}
