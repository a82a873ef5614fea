using Qingdan.Lists.Negatives;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class BasisTurnTests
{
    private static readonly DateOnly On = new(2026, 11, 1);
    private static readonly ChangedLaw Newer = new(9, "示例法（2026年修订）", LegalBasisLevel.Law, On, LawEvent.Replaced);
    private static readonly IReadOnlyList<LegalClause> Now = [Clause(90, 5, "单个调查对象的资料，不得对外提供。"), Clause(91, 6, "另一条。")];

    [Theory]
    [InlineData(90, "第五条", "不再一样的话", false)]
    [InlineData(50, "第五条", "不得对外提供", false)]
    [InlineData(50, "第五条", "任何单位不得对外提供", true)]
    [InlineData(50, "第八条", "不得对外提供", true)]
    [InlineData(0, "第五条第一款", "单个调查对象的资料", false)]
    [InlineData(0, "第五条", "", true)]
    public void A_new_version_concerns_the_clauses_whose_words_it_has_no_more(long clause, string article, string text, bool concerns) =>
        Assert.Equal(concerns, BasisTurn.Concerns(new QuotedBasis(clause, article, text, null, On.AddYears(-1)), Newer, Now));

    [Fact]
    public void A_typed_clause_that_the_register_does_not_hold_is_concerned_when_the_entry_is_older_than_the_new_version()
    {
        QuotedBasis typed = new(0, "第八条", "不得提供", null, On.AddDays(-1));
        Assert.True(BasisTurn.Concerns(typed, Newer, []));
        Assert.True(BasisTurn.Concerns(typed with { Since = null }, Newer, Now));
        Assert.False(BasisTurn.Concerns(typed with { Since = On }, Newer, []));
        Assert.False(BasisTurn.Concerns(typed with { EffectiveOn = On }, Newer, []));
    }

    [Theory]
    [InlineData(LawEvent.Repealed)]
    [InlineData(LawEvent.Amended)]
    public void A_law_that_ended_takes_every_clause_along(LawEvent change) =>
        Assert.True(BasisTurn.Concerns(new QuotedBasis(90, "第五条", "单个调查对象的资料", null, On.AddDays(3)), Newer with { Change = change }, Now));

    private static LegalClause Clause(long id, int article, string text) =>
        new(id, Newer.Name, "", LegalBasisLevel.Law, LawState.InEffect, On, article, text, ClauseBan.Express, "", Certainty.Found, "示例");
}
