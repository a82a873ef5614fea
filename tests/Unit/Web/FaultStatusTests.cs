using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Xunit;

namespace Qingdan.Tests.Unit.Web;

public sealed class FaultStatusTests
{
    [Theory]
    [InlineData(FaultKind.Invalid, 422)]
    [InlineData(FaultKind.NotFound, 404)]
    [InlineData(FaultKind.Forbidden, 403)]
    [InlineData(FaultKind.Conflict, 409)]
    [InlineData(FaultKind.TooLarge, 413)]
    public void Each_kind_of_refusal_has_its_status(FaultKind kind, int status) => Assert.Equal(status, FaultStatus.Of([new Fault("a.b", "一", Kind: kind)]));

    [Fact]
    public void Wrong_input_beside_a_conflict_is_a_conflict() =>
        Assert.Equal(409, FaultStatus.Of([new Fault("a", "一"), new Fault("b", "二", Kind: FaultKind.Conflict)]));
}
