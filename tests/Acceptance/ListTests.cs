using System.Text.Json;
using Qingdan.Organizations.Merging;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Acceptance;

/// <summary>What follows from Shanghai's real catalogue: proposed lists, and why nothing of them is in force yet.</summary>
public sealed class ListTests
{
    [Theory, Engines]
    public async Task Shanghai_s_catalogue_gives_a_proposed_list_of_each_unit_and_puts_nothing_in_force(Engine engine)
    {
        await using var data = await RealData.Start(engine);
        await data.Import(RealData.File("cn-portals-2023/shanghai.xlsx"));
        var first = await data.Run("generate");
        Assert.Equal(1770, first.GetProperty("resources").GetInt32());
        Assert.True(first.GetProperty("findings").GetInt32() > 0);
        var states = await data.Services.With<Store, List<string>>(store => store.Query("SELECT DISTINCT state FROM lists_entries WHERE NOT share_stated", r => r.GetString(0), default));
        Assert.Equal(["Candidate"], states); // the file names no share property: all is inferred, nothing in force
        var again = await data.Run("generate");
        Assert.Equal((0, first.GetProperty("digest").GetString()), (again.GetProperty("candidates").GetInt32(), again.GetProperty("digest").GetString()));
        var file = Path.Combine(data.Services.Options.DataFolder, "candidates.json");
        await data.Run("export", "responsibility", "--format", "json", "--out", file);
        Assert.Empty(JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray());
    }

    [Fact]
    public async Task Two_names_of_one_agency_are_proposed_for_merging()
    {
        await using var data = await RealData.Start(Engine.Sqlite);
        await data.Import(RealData.File("cn-portals-2023/shanghai.xlsx"));
        var proposals = await data.Services.With<ProposedMerges, IReadOnlyList<MergeProposal>>(merges => merges.List(default));
        Assert.Contains(proposals, p => new[] { p.Keep.Name, p.Merge.Name }.Order(StringComparer.Ordinal).SequenceEqual(["上海市静安区人民政府", "上海市静安区政府"]));
        Assert.InRange(proposals.Count, 1, 8); // of 56 agencies: a liaison reads them all in a minute
    }
}
