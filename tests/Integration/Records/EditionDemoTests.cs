using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Records.Editions;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>The editions that a demo city begins with.</summary>
public sealed class EditionDemoTests
{
    [Theory, EnginesAndSuites]
    public async Task The_demo_city_has_an_issued_edition_that_verifies_and_one_with_opinions(Engine engine, string suite)
    {
        await using var services = await TestServices.CreateCity(engine, s => s.SignWith(suite));
        await services.With<IEnumerable<IDemoPart>>(parts => parts.OfType<EditionDemo>().Single().Load(TextWriter.Null, default));
        var world = new EditionWorld(services.Scope);
        await world.Work();
        var rows = await services.With<FindEditions, IReadOnlyList<EditionRow>>(f => f.All(EditionWorld.Authority, default));
        Assert.Equal(["征求意见", "已印发"], rows.Select(r => r.State));
        Assert.True((await world.Verify(await world.Archive(rows[1].Id, 0))).Ok);
        var next = await world.View(rows[0].Id);
        Assert.Null(next.Writing);
        Assert.Equal(["Open", "Partly"], next.Opinions!.Opinions.Select(o => o.Verdict).Order());
        Assert.Equal("市统计局", Assert.Single(next.Opinions.Replies!.Nothing));
    }
}
