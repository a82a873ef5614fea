using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>How often the pages of an edition ask the store, however much is in it: an archive is one file, read in stretches.</summary>
public sealed class EditionStatementTests
{
    [Fact]
    public async Task The_pages_of_an_edition_ask_a_bounded_number_of_times()
    {
        await using var app = await TestApp.StartCity(Engine.Postgres);
        var world = new EditionWorld(app.Scope);
        app.Person = EditionWorld.Authority;
        var id = await world.Issued();
        var asked = new List<(string Page, int Statements, int Most)>();
        foreach (var (page, most) in new[] { ($"/editions/{id}", 8), ($"/editions/{id}/0/responsibility", 8), ($"/editions/compare?before={id}", 24), ($"/editions/{id}/0/print", 20) })
        {
            (await app.Http.GetAsync(page)).EnsureSuccessStatusCode();
            asked.Add((page, await StatementCount.Of(async () => (await app.Http.GetAsync(page)).EnsureSuccessStatusCode()), most));
        }
        Assert.True(asked.TrueForAll(a => a.Statements <= a.Most), string.Join('\n', asked));
    }
}
