using CsCheck;
using Qingdan.Platform.Search;
using Xunit;

namespace Qingdan.Tests.Unit.Search;

public sealed class FacetTableTests
{
    private const int Columns = 3;

    private static readonly Gen<FacetRow> Row = Gen.Select(Gen.Long[1, 30], Gen.Long[1, 9], Gen.Int[0, 4].Array[Columns], (id, sort, codes) => new FacetRow(id, sort, codes));
    private static readonly Gen<FacetFilter> Filter = Gen.Select(Gen.Int[0, Columns - 1], Gen.Int[0, 6].Array[0, 4]).List[0, 3].Select(pairs =>
    {
        var filter = new FacetFilter();
        foreach (var (column, codes) in pairs) filter[column] = codes;
        return filter;
    });

    private static readonly Gen<HashSet<long>?> Ids = Gen.OneOf(Gen.Const((HashSet<long>?)null), Hits(20), Hits(1));

    // One hit among many rows is looked up another way than many.
    private static Gen<HashSet<long>?> Hits(int most) => Gen.Long[1, 30].Array[0, most].Select(ids => (HashSet<long>?)[.. ids]);

    [Fact]
    public void After_any_changes_counts_and_pages_are_those_of_a_plain_list() =>
        Gen.Select(Row.Array[0, 25].List[0, 5], Gen.Long[1, 30].Array[0, 6], Filter, Ids, Gen.Int[0, 8], Gen.Int[0, 8], Gen.Select(Gen.Bool, Gen.Int[0, 30])).Sample(
            (batches, removed, filter, ids, skip, take, how) =>
            {
                // From joined at once to never.
                var (newest, mostFresh) = how;
                var table = new FacetTable(Columns, mostFresh);
                var plain = new Dictionary<long, FacetRow>();
                foreach (var batch in batches)
                {
                    table.Upsert(batch);
                    // What was counted before a change must not be what is counted after it.
                    _ = table.Now.CountBy(filter, ids);
                    foreach (var row in batch) plain[row.Id] = row;
                }
                table.Remove(removed);
                foreach (var id in removed) plain.Remove(id);

                bool Passes(FacetRow row, int? but) => ids?.Contains(row.Id) != false && filter.All(f => f.Key == but || f.Value.Contains(row.Codes[f.Key]));
                var passing = plain.Values.Where(r => Passes(r, null)).OrderByDescending(r => r.Sort).ThenByDescending(r => r.Id).Select(r => r.Id).ToList();
                if (!newest) passing.Reverse();
                Assert.Equal(passing.Skip(skip).Take(take), table.Now.Page(filter, ids, skip, take, newest));
                // In an order of its own, which may also name what is gone.
                var order = plain.Keys.Concat(removed).Distinct().OrderBy(id => id * 7 % 31).ToArray();
                var ordered = (newest ? order : order.Reverse()).Where(passing.Contains).ToList();
                Assert.Equal(ordered.Skip(skip).Take(take), table.Now.Page(filter, ids, order, backwards: !newest, skip, take));
                Assert.Equal(passing.Where(id => id > skip).Order().Take(take), table.Now.ById(filter, ids, skip).Take(take));
                var counts = table.Now.CountBy(filter, ids);
                Assert.Equal(passing.Count, counts.Total);
                for (var column = 0; column < Columns; column++)
                    for (var code = 0; code < 5; code++)
                        Assert.Equal(plain.Values.Count(r => Passes(r, column) && r.Codes[column] == code), counts.ByColumn[column].ElementAtOrDefault(code));
            },
            iter: 2000);

    [Fact]
    public void A_reader_keeps_the_snapshot_it_took()
    {
        var table = new FacetTable(1);
        table.Upsert([new(1, 1, [0])]);
        var before = table.Now;
        table.Replace([new(2, 1, [0]), new(3, 1, [1])]);
        Assert.Equal([1L], before.Page([], null, 0, 10));
        Assert.Equal([3L, 2L], table.Now.Page([], null, 0, 10));
    }

    [Fact]
    public void A_row_with_too_few_codes_is_a_bug() => Assert.Throws<ArgumentException>(() => new FacetTable(2).Upsert([new(1, 1, [0])]));
}
