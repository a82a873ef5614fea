using Qingdan.Catalog.Resources.Editing;
using Qingdan.Catalog.Versions;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog;

public sealed class DifferenceTests
{
    private static readonly ResourceContent Inferred = new() { Name = "婚姻登记信息", Share = ShareProperty.Conditional };

    [Fact]
    public void That_an_inferred_class_was_stated_is_a_difference()
    {
        var line = Assert.Single(ContentDifference.Between(Inferred, Inferred with { ShareStated = true }));
        Assert.Equal(("共享属性", "有条件共享（推断）", "有条件共享"), (line.What, line.Before, line.After));
        Assert.Equal("有条件共享（推断）", Assert.Single(ContentConflict.Between(Inferred, Inferred, Inferred with { ShareStated = true })).Theirs);
    }
}
