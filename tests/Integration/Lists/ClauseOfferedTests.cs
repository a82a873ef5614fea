using Qingdan.Lists.Negatives;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

public sealed class ClauseOfferedTests
{
    [Theory]
    [Engines("Amended")]
    [Engines("Repealed")]
    public async Task What_is_no_longer_the_law_cannot_be_chosen_but_an_entry_keeps_what_it_quotes(Engine engine, string state)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var clause = (await services.With<LegalRegister, IReadOnlyList<LegalClause>>(r => r.Offer("统计法 28", 1, default)))[0];
        var id = await services.Proposed(unit, Banned with { ClauseId = clause.Id, BasisText = clause.Text });
        await services.With<Store>(s => s.Execute("UPDATE standards_legal_bases SET state = @state WHERE name = @name", default, ("state", state), ("name", clause.Law)));

        Assert.Empty(await services.With<LegalRegister, IReadOnlyList<LegalClause>>(r => r.Offer("统计法 28", 9, default)));
        Assert.Equal("lists.negative.clause.not-in-force", await Fault(services.With<ProposeNegative, Result<long>>(p => p.Run(Banned with { ClauseId = clause.Id }, Person(unit, Roles.Liaison), default))));
        var row = await services.Negative(id);
        Assert.True((await services.With<EditNegative, Result<Done>>(e => e.Run(id, row.Edit, Banned with { ClauseId = clause.Id, BasisText = clause.Text, Reason = "另写理由" }, Person(unit, Roles.Liaison), default))).Ok);
        var kept = await services.Negative(id);
        Assert.Equal((clause.Id, clause.Text.Trim(), state), (kept.BasisClauseId, kept.BasisText, $"{kept.BasisState}"));
    }
}
