using CsCheck;
using Qingdan.Platform.Search.Shelves;
using Xunit;

namespace Qingdan.Tests.Unit.Search;

public sealed class ShelfTests
{
    private static readonly Gen<(long Id, string Name, long Group, Audience Audience)> Rows =
        Gen.Select(Gen.Long[1, 9], Gen.OneOf(Gen.Const("甲"), Gen.Const("乙"), Gen.Const("丙")), Gen.Long[1, 3], Gen.Enum<Audience>());

    [Fact]
    public void A_person_sees_what_everybody_and_what_the_own_groups_see() => Gen.Select(Rows.Array[0, 20], Gen.Long[1, 4].Array[0, 2], Gen.Bool).Sample((rows, own, all) =>
    {
        var moment = Take(rows);
        var last = rows.GroupBy(r => r.Id).Select(g => g.Last());
        var seen = last.Where(r => r.Audience == Audience.Everybody || (r.Audience == Audience.Group && (all || own.Contains(r.Group)))).Select(r => r.Id).Order();
        Assert.Equal(seen, moment.Ids(moment.SeenBy(all, own), null, "-changed", null, 0, 100).Order());
    });

    [Fact]
    public void Rows_stand_by_name_and_by_the_name_of_their_group() => Rows.Array[0, 20].Sample(rows =>
    {
        var moment = Take(rows);
        var last = rows.GroupBy(r => r.Id).Select(g => g.Last()).ToList();
        // Groups are named backwards.
        Assert.Equal(last.OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id).Select(r => r.Id), moment.Orders.By("name", moment, g => $"{9 - g}")!);
        Assert.Equal(last.OrderByDescending(r => r.Group).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id).Select(r => r.Id), moment.Orders.By("-unit", moment, g => $"{9 - g}")!);
        Assert.Null(moment.Orders.By("changed", moment, g => $"{g}"));
    });

    [Fact]
    public async Task What_was_read_before_a_failure_is_there_all_the_same()
    {
        using var shelf = new Shelf<ShelfRow>(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => shelf.Now(
            () =>
            {
                shelf.Put(new ShelfRow(1, 1, "甲", 5), 1, Audience.Everybody, "5");
                throw new InvalidOperationException();
            }, default));
        Assert.False(shelf.Misses(1, 1));
        Assert.True(shelf.Misses(1, 2));
        var moment = await shelf.Now(() => Task.CompletedTask, default);
        Assert.Equal([1], moment.Ids(moment.SeenBy(false, []), null, "name", moment.Orders.By("name", moment, _ => ""), 0, 10));
    }

    private static ShelfMoment<ShelfRow> Take((long Id, string Name, long Group, Audience Audience)[] rows)
    {
        using var shelf = new Shelf<ShelfRow>(1);
        var read = shelf.Now(
            () =>
            {
                for (var i = 0; i < rows.Length; i++) shelf.Put(new ShelfRow(rows[i].Id, i, rows[i].Name, rows[i].Group), i, rows[i].Audience, $"{rows[i].Group}");
                return Task.CompletedTask;
            }, default);
        return read.GetAwaiter().GetResult();
    }
}
