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
        var seen = last.Where(r => r.Audience switch
        {
            Audience.Everybody => true,
            Audience.Group => all || own.Contains(r.Group),
            Audience.Own => own.Contains(r.Group),
            _ => false,
        }).Select(r => r.Id).Order();
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
    public void Words_are_found_in_the_row_that_has_them_all_in_any_case()
    {
        var texts = Gen.OneOf(Gen.Const("甲乙"), Gen.Const("aB"), Gen.Const("乙"), Gen.Const("Ba"), Gen.Const(""), Gen.Const("甲Ab乙")).Array[0, 12];
        Gen.Select(texts, Gen.OneOf(Gen.Const("甲"), Gen.Const("乙"), Gen.Const("ab"), Gen.Const("B")).Array[1, 3]).Sample((rows, words) =>
        {
            var moment = Take([.. rows.Select((text, i) => new ShelfRow(i, 1, "", 1, text))]);
            var expected = Enumerable.Range(0, rows.Length).Where(i => words.All(w => rows[i].Contains(w, StringComparison.OrdinalIgnoreCase))).Select(i => (long)i);
            Assert.Equal(expected, moment.Texts.Saying(words, _ => true)!.Order());
            // Of what one may not see nothing is found.
            Assert.Equal(expected.Where(id => id % 2 == 0), moment.Texts.Saying(words, id => id % 2 == 0)!.Order());
            Assert.Null(moment.Texts.Saying([], _ => true));
        });
    }

    [Fact]
    public void Whatever_was_written_and_taken_out_orders_and_texts_are_those_of_the_rows_there_are()
    {
        var step = Gen.Select(Gen.Long[1, 9], Gen.OneOf(Gen.Const("甲"), Gen.Const("乙"), Gen.Const("甲乙")), Gen.Long[1, 3], Gen.Bool);
        Gen.Select(step.Array[0, 4].Array[0, 8], Gen.Int[0, 12]).Sample((readings, mostFresh) =>
        {
            using var shelf = new Shelf(TimeProvider.System, 1, mostFresh);
            var (there, revision) = (new Dictionary<long, (string Name, long Group)>(), 0L);
            foreach (var reading in readings)
            {
                var moment = Read(shelf, () =>
                {
                    foreach (var (id, name, group, goes) in reading)
                        if (goes) shelf.Remove(id, ++revision);
                        else shelf.Put(new ShelfRow(id, ++revision, name, group, name), revision, Audience.Everybody, $"{group}");
                });
                foreach (var (id, name, group, goes) in reading)
                    if (goes) there.Remove(id);
                    else there[id] = (name, group);
                Assert.Equal(there.OrderBy(r => r.Value.Name, StringComparer.Ordinal).ThenBy(r => r.Key).Select(r => r.Key), moment.Orders.By("name", shelf, g => $"{9 - g}")!);
                Assert.Equal(there.OrderByDescending(r => r.Value.Group).ThenBy(r => r.Value.Name, StringComparer.Ordinal).ThenBy(r => r.Key).Select(r => r.Key), moment.Orders.By("unit", shelf, g => $"{9 - g}")!);
                Assert.Equal(there.Where(r => r.Value.Name.Contains('甲')).Select(r => r.Key).Order(), moment.Texts.Saying(["甲"], _ => true)!.Order());
                Assert.Equal(there.Keys.Order(), moment.Ids(moment.SeenBy(true, []), null, "-changed", null, 0, 100).Order());
            }
        });
    }

    [Fact]
    public async Task A_row_taken_out_is_gone()
    {
        using var shelf = new Shelf(TimeProvider.System, 1);
        await shelf.Now(
            _ =>
            {
                foreach (var id in (long[])[1, 2]) shelf.Put(new ShelfRow(id, 1, "甲", 5, "甲"), id, Audience.Everybody, "5");
                return Task.CompletedTask;
            }, default);
        var moment = await shelf.Now(
            _ =>
            {
                shelf.Remove(2, 2);
                shelf.Remove(3, 2);
                return Task.CompletedTask;
            }, default);
        Assert.Equal([1], moment.Ids(moment.SeenBy(false, []), null, "-changed", null, 0, 10));
        Assert.Equal([1], moment.Texts.Saying(["甲"], _ => true)!);
        Assert.True(shelf.Misses(2, 1));
    }

    [Fact]
    public async Task What_was_read_before_a_failure_is_there_all_the_same()
    {
        using var shelf = new Shelf(TimeProvider.System, 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => shelf.Now(
            _ =>
            {
                shelf.Put(new ShelfRow(1, 1, "甲", 5), 1, Audience.Everybody, "5");
                throw new InvalidOperationException();
            }, default));
        Assert.False(shelf.Misses(1, 1));
        Assert.True(shelf.Misses(1, 2));
        var moment = await shelf.Now(_ => Task.CompletedTask, default);
        Assert.Equal([1], moment.Ids(moment.SeenBy(false, []), null, "name", moment.Orders.By("name", moment, _ => ""), 0, 10));
    }

    private static ShelfMoment Take((long Id, string Name, long Group, Audience Audience)[] rows) => Take([.. rows.Select((r, i) => new ShelfRow(r.Id, i, r.Name, r.Group))], [.. rows.Select(r => r.Audience)]);

    private static ShelfMoment Take(ShelfRow[] rows, Audience[]? audiences = null)
    {
        using var shelf = new Shelf(TimeProvider.System, 1);
        return Read(shelf, () =>
        {
            for (var i = 0; i < rows.Length; i++) shelf.Put(rows[i], i, audiences?[i] ?? Audience.Everybody, $"{rows[i].Group}");
        });
    }

    private static ShelfMoment Read(Shelf shelf, Action put) => shelf.Now(
        _ =>
        {
            put();
            return Task.CompletedTask;
        }, default).GetAwaiter().GetResult();
}
