using Microsoft.Extensions.Time.Testing;
using Qingdan.Platform.Ids;
using Xunit;

namespace Qingdan.Tests.Unit.Ids;

public sealed class IdSourceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_grow_even_when_more_are_asked_for_than_a_millisecond_holds()
    {
        var source = new IdSource(new FakeTimeProvider(Now), 63);
        var ids = Enumerable.Range(0, 1000).Select(_ => source.Next()).ToArray();
        Assert.Equal(ids.Distinct().Order(), ids);
        Assert.True(ids[0] > IdSource.Floor(Now) && ids[^1] < 1L << 53);
    }

    [Fact]
    public void Two_processes_make_no_id_twice_in_one_instant()
    {
        var clock = new FakeTimeProvider(Now);
        var (one, other) = (new IdSource(clock, 3), new IdSource(clock, 4));
        Assert.Empty(Enumerable.Range(0, 1000).Select(_ => one.Next()).Intersect(Enumerable.Range(0, 1000).Select(_ => other.Next())));
    }

    [Fact]
    public void Every_process_over_one_folder_has_a_node_of_its_own_until_it_ends()
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-test-").FullName;
        try
        {
            var claims = Enumerable.Range(0, IdSource.Nodes).Select(_ => new NodeClaim(folder)).ToList();
            Assert.Equal(Enumerable.Range(0, IdSource.Nodes), claims.Select(c => c.Node).Order());
            claims[5].Dispose();
            using var next = new NodeClaim(folder);
            Assert.Equal(claims[5].Node, next.Node);
            claims.ForEach(c => c.Dispose());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Where_the_folder_cannot_be_written_a_node_is_drawn()
    {
        using var claim = new NodeClaim("/proc/nothing");
        Assert.InRange(claim.Node, 0, IdSource.Nodes - 1);
    }
}
