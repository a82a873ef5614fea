using Qingdan.Lists.Responsibilities;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class DutyTypeTests
{
    [Theory]
    [InlineData("服务接口", "Service")]
    [InlineData("批量交换；文件下载", "Delivery")]
    [InlineData("服务接口；文件下载", "Undetermined")]
    [InlineData("其他", "Undetermined")]
    [InlineData("", "Undetermined")]
    public void The_ways_of_sharing_suggest_how_the_duty_is_met(string ways, string type) => Assert.Equal(type, $"{DutyTypes.Of(ways)}");
}
