using CsCheck;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class QuotationTests
{
    private const string Clause = "甲方收集的资料，任何单位和个人不得对外提供、泄露，不得用于其他目的。\n前款规定另有规定的，从其规定。";

    [Theory]
    [InlineData("任何单位和个人不得对外提供、泄露", true)]
    [InlineData("任何单位和个人 不得对外提供、泄露,不得用于其他目的。前款规定", true)]
    [InlineData("甲方收集的资料……不得用于其他目的", true)]
    [InlineData("不得用于其他目的……甲方收集的资料", false)]
    [InlineData("任何单位不得对外提供", false)]
    [InlineData("", false)]
    public void A_quotation_agrees_when_its_words_stand_in_the_clause_in_their_order(string quoted, bool agrees) =>
        Assert.Equal(agrees, Quotation.Compare(Clause, quoted).Agrees);

    [Fact]
    public void A_quotation_that_departs_shows_where()
    {
        var check = Quotation.Compare(Clause, "任何单位和个人不得向外提供");
        Assert.StartsWith("对外提供", check.Expected, StringComparison.Ordinal);
        Assert.StartsWith("向外提供", check.Read, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cutting_of_a_clause_agrees_with_it() => Gen.Select(Gen.Int[0, Clause.Length - 2], Gen.Int[1, 30]).Sample((from, length) =>
    {
        var cutting = Clause.Substring(from, Math.Min(length, Clause.Length - from));
        Assert.Equal(cutting.Trim().Length > 0, Quotation.Compare(Clause, cutting).Agrees);
    }, iter: 300);

    [Fact]
    public void The_two_laws_are_whole_and_every_clause_read_as_a_ban_says_why()
    {
        Assert.Equal(Enumerable.Range(1, 44), LegalBasisSeed.All.Single(l => l.Name == "政务数据共享条例").Clauses.Select(c => c.Article));
        Assert.Equal(Enumerable.Range(1, 91), LegalBasisSeed.All.Single(l => l.Name == "上海市数据条例").Clauses.Select(c => c.Article));
        Assert.All(LegalBasisSeed.All.SelectMany(l => l.Clauses).Where(c => c.Ban != ClauseBan.None), c => Assert.True(c.Note.Length > 0));
    }
}
