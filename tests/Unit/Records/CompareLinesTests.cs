using System.Text;
using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;
using Qingdan.Records.Editions.Comparing;
using Xunit;

namespace Qingdan.Tests.Unit.Records;

public sealed class CompareLinesTests
{
    [Fact]
    public async Task Any_two_lists_differ_by_what_the_changes_say()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var chance = new Random(seed);
            var (before, after) = (List(chance), List(chance));
            var told = await Changes(before, after);
            var now = new SortedDictionary<string, string>(before, StringComparer.Ordinal);
            foreach (var change in told)
                if (change.Kind == ChangeKind.Removed) Assert.True(now.Remove(change.Key));
                else
                {
                    Assert.Equal(change.Kind == ChangeKind.Altered, now.ContainsKey(change.Key));
                    now[change.Key] = after[change.Key];
                }
            Assert.Equal(after, now);
            Assert.All(told.Where(c => c.Kind == ChangeKind.Altered), c => Assert.Equal("name", Assert.Single(c.Fields).Key));
        }
    }

    private static SortedDictionary<string, string> List(Random chance)
    {
        var list = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 40; i++)
            if (chance.Next(3) > 0) list[$"Z{i * 7 % 41}"] = $"名称{chance.Next(2)}";
        return list;
    }

    private static async Task<List<EntryChange>> Changes(SortedDictionary<string, string> before, SortedDictionary<string, string> after)
    {
        var changes = new List<EntryChange>();
        await foreach (var change in CompareLines.Run(Lines(before), Lines(after), default)) changes.Add(change);
        return changes;
    }

    private static async IAsyncEnumerable<byte[]> Lines(SortedDictionary<string, string> list)
    {
        foreach (var (key, name) in list)
        {
            await Task.Yield();
            yield return Encoding.UTF8.GetBytes(CanonicalJson.Of(new JsonObject { ["key"] = key, ["unit"] = "单位", ["name"] = name }));
        }
    }
}
