using Qingdan.Platform.Search;
using Xunit;

namespace Qingdan.Tests.Unit.Search;

public sealed class CasingTests
{
    [Fact]
    public void It_is_the_frameworks_for_every_character() =>
        Assert.Equal([], Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => Casing.Lower(c) != char.ToLowerInvariant(c)).Select(c => (int)c));
}
