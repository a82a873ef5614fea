using System.Data.Common;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

public sealed class ListShelfTests
{
    [Theory, Engines]
    public async Task A_reading_that_broke_off_is_made_up_for_however_late(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("市民政局", "00999012");
        foreach (var name in (string[])["婚姻登记", "收养登记", "社会组织登记"]) await services.Publish(unit, name, ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        using var shelf = new BreakingShelf(services.Clock);
        await Assert.ThrowsAsync<InvalidOperationException>(() => services.With<Store>(store => shelf.Now(store, default)));
        services.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, await services.With<Store, int>(async store => (await shelf.Now(store, default)).Codes.Count));
    }

    /// <summary>Breaks at the first row; the rows are read newest first.</summary>
    private sealed class BreakingShelf(TimeProvider clock) : ListShelf(clock, 1, "(SELECT * FROM lists_entries ORDER BY revision DESC) AS entries", "provider_id, name")
    {
        private int _put;

        protected override void Put(Shelf shelf, long id, long revision, DbDataReader r)
        {
            if (++_put == 2) throw new InvalidOperationException();
            shelf.Put(new ShelfRow(id, revision, r.GetString(First + 1), r.GetInt64(First)), 0, Audience.Everybody, $"{r.GetInt64(First)}");
        }
    }
}
