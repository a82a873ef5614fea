using Qingdan.Lists;
using Qingdan.Lists.Negatives;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class FormChoiceTests
{
    [Theory]
    [InlineData("Express", "Express")]
    [InlineData("99", null)]
    [InlineData("1", null)]
    [InlineData("Express, ConfidentialityDuty", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_choice_is_the_name_of_one_member(string? text, string? expected) => Assert.Equal(expected, FormChoice.Of<BanKind>(text)?.ToString());
}
