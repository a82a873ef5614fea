using Qingdan.Catalog.Meanings;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog;

public sealed class MeaningKeyTests
{
    [Theory]
    [InlineData("公民身份号码", "公民身份号码")]
    [InlineData(" 公民身份 号码（信息）", "公民身份号码")]
    [InlineData("Ｅ-mail", "email")]
    [InlineData("法定代表人", "法定代表人")]
    [InlineData("名称", null)]
    [InlineData("状态信息", null)]
    [InlineData("更新时间", null)]
    [InlineData("ID", null)]
    [InlineData("2019", null)]
    [InlineData("年", null)]
    [InlineData("", null)]
    public void Items_mean_the_same_by_their_name_unless_the_name_alone_means_nothing(string name, string? key) => Assert.Equal(key, MeaningKey.Of(name));
}
