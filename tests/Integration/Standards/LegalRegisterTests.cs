using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Standards.LegalBases;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Standards;

public sealed class LegalRegisterTests
{
    [Theory, Engines]
    public async Task A_clause_is_found_by_law_and_article_in_figures_and_in_words(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        foreach (var words in new[] { "统计法 28", "统计法 第二十八条", "统计法 第28条", "统计法 单个统计调查对象" })
        {
            var clause = Assert.Single(await Search(services, words));
            Assert.Equal((LegalBasisLevel.Law, 28, "第二十八条", ClauseBan.Express, Certainty.Law), (clause.Level, clause.Article, clause.ArticleName, clause.Ban, clause.Certainty));
        }
        Assert.Empty(await Search(services, "统计法 没有的字样"));
    }

    [Theory, Engines]
    public async Task Signs_of_the_query_language_are_plain_characters(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        Assert.Empty(await Search(services, "%"));
        Assert.Empty(await Search(services, "_' OR 1=1"));
    }

    [Theory, Engines]
    public async Task The_register_is_filled_once_and_bans_come_first(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var laws = await services.With<LegalBasisBook, IReadOnlyList<LawRow>>(b => b.Laws(default));
        Assert.Equal(LegalBasisSeed.All.Count, laws.Count);
        Assert.Equal(laws, await services.With<LegalBasisBook, IReadOnlyList<LawRow>>(b => b.Laws(default)));
        var found = await Search(services, "不得");
        Assert.NotEqual(ClauseBan.None, found[0].Ban);
    }

    private static Task<IReadOnlyList<LegalClause>> Search(TestServices services, string words) =>
        services.With<LegalRegister, IReadOnlyList<LegalClause>>(r => r.Search(words, 20, default));
}
