using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>The lists as people print them.</summary>
public sealed class PrintTests
{
    [Theory, Engines]
    public async Task An_item_whose_share_property_or_condition_is_its_own_says_so(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市公安局", "00999011");
        await services.Publish(unit, "居民信息", ShareProperty.Unconditional, true, "姓名", "证件号码/Conditional", "住址/Conditional");
        await services.With<Store>(s => s.Execute("UPDATE catalog_items SET share_condition = '限行政审批' WHERE name = '证件号码'", default));
        await services.Generate();
        await services.Confirm(new EntryChoice(null, Candidates), Centre);
        var sheet = await services.With<ExportEntries, PrintSheetView>(e => e.Sheet(new EntryFilter(EntryState.InForce, []), "unit", Liaison(unit), default));
        Assert.Equal(["居民信息", "姓名、证件号码（有条件共享，限行政审批）、住址（有条件共享）", "无条件共享"], new[] { 0, 3, 4 }.Select(i => sheet.Rows[0][i]));
        Assert.Contains("全部单位", sheet.Subline, StringComparison.Ordinal);
    }
}
