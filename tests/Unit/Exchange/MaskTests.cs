using Qingdan.Exchange.Projection.Masking;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

public sealed class MaskTests
{
    [Theory]
    [InlineData(nameof(MaskKind.Name), "张三", "张*")]
    [InlineData(nameof(MaskKind.Name), "张三丰", "张**")]
    [InlineData(nameof(MaskKind.Name), "欧阳娜娜", "欧阳**")]
    [InlineData(nameof(MaskKind.Name), "欧阳修", "欧阳*")]
    [InlineData(nameof(MaskKind.Name), "欧阳", "欧*")]
    [InlineData(nameof(MaskKind.Name), "𠮷野家", "𠮷**")]
    [InlineData(nameof(MaskKind.Name), "买买提·艾力", "买*****")]
    [InlineData(nameof(MaskKind.Name), "John Smith", "J*********")]
    [InlineData(nameof(MaskKind.Name), " 张三 ", "张*")]
    [InlineData(nameof(MaskKind.Name), "张", "***")]
    [InlineData(nameof(MaskKind.Name), "", "***")]
    [InlineData(nameof(MaskKind.Name), "·张三", "***")]
    [InlineData(nameof(MaskKind.Name), "张三310101", "***")]
    [InlineData(nameof(MaskKind.IdNumber), "310101199001011234", "310***********1234")]
    [InlineData(nameof(MaskKind.IdNumber), "31010119900101123X", "310***********123X")]
    [InlineData(nameof(MaskKind.IdNumber), "310101900101123", "310********1123")]
    [InlineData(nameof(MaskKind.IdNumber), "31010119900101123", "***")]
    [InlineData(nameof(MaskKind.IdNumber), "３１０101199001011234", "***")]
    [InlineData(nameof(MaskKind.IdNumber), "E12345678", "***")]
    [InlineData(nameof(MaskKind.Phone), "13812341234", "138****1234")]
    [InlineData(nameof(MaskKind.Phone), "+86 13812341234", "+86 138****1234")]
    [InlineData(nameof(MaskKind.Phone), "008613812341234", "0086138****1234")]
    [InlineData(nameof(MaskKind.Phone), "021-55667788", "021-****7788")]
    [InlineData(nameof(MaskKind.Phone), "0512-5566778", "0512-***6778")]
    [InlineData(nameof(MaskKind.Phone), "02155667788", "021****7788")]
    [InlineData(nameof(MaskKind.Phone), "55667788", "****7788")]
    [InlineData(nameof(MaskKind.Phone), "12345", "***")]
    [InlineData(nameof(MaskKind.Phone), "0", "***")]
    [InlineData(nameof(MaskKind.Phone), "", "***")]
    [InlineData(nameof(MaskKind.Phone), "+86", "***")]
    [InlineData(nameof(MaskKind.Phone), "021-55667788 转 3", "***")]
    [InlineData(nameof(MaskKind.Address), "上海市浦东新区世纪大道100号3栋201室", "上海市浦东新区世纪大道***")]
    [InlineData(nameof(MaskKind.Address), "浙江省杭州市西湖区文三路90号", "浙江省杭州市西湖区文三路***")]
    [InlineData(nameof(MaskKind.Address), "上海市浦东新区花木街道梅花路100弄2号", "上海市浦东新区花木街道梅花路***")]
    [InlineData(nameof(MaskKind.Address), "上海市阳光小区3号", "上海市***")]
    [InlineData(nameof(MaskKind.Address), "黄浦区人民大道200号", "黄浦区人民大道***")]
    [InlineData(nameof(MaskKind.Address), "人民大道200号", "***")]
    [InlineData(nameof(MaskKind.Address), "200 People's Avenue", "***")]
    [InlineData(nameof(MaskKind.Whole), "anything", "***")]
    public void A_mask_keeps_what_practice_keeps(string kind, string value, string masked) => Assert.Equal(masked, Of(Masks.Of(Enum.Parse<MaskKind>(kind), "", "", "mask").Value, value));

    [Theory]
    [InlineData(@"(\d{4})\d+(\d{2})", "$1****$2", "62220212345678", "6222****78")]
    [InlineData(@"(\d{4})\d+(\d{2})", "$1****$2", "x62220212345678", "***")]
    [InlineData(@"(.).*", "$1*", "张三", "张*")]
    [InlineData(@"a*", "", "aaa", "")]
    public void A_pattern_of_ones_own_lets_out_its_groups_and_nothing_else(string pattern, string replacement, string value, string masked) =>
        Assert.Equal(masked, Of(Masks.Of(MaskKind.Pattern, pattern, replacement, "mask").Value, value));

    [Theory]
    [InlineData("(", "x", "exchange.mask.pattern")]
    [InlineData(@"(a)\1", "x", "exchange.mask.pattern")]
    [InlineData("(?<=a)b", "x", "exchange.mask.pattern")]
    [InlineData("a)|(?:.*", "x", "exchange.mask.pattern")]
    [InlineData("", "x", "exchange.mask.length")]
    [InlineData(".*", "$&", "exchange.mask.replacement")]
    [InlineData(".*", "$0", "exchange.mask.replacement")]
    [InlineData(".*", "${0}", "exchange.mask.replacement")]
    [InlineData(".*", "$_", "exchange.mask.replacement")]
    public void A_pattern_that_cannot_be_used_is_refused(string pattern, string replacement, string code) => Assert.Equal(code, Assert.Single(Masks.Of(MaskKind.Pattern, pattern, replacement, "mask").Faults).Code);

    [Fact]
    public void A_hostile_pattern_takes_no_long_time() => Assert.Equal("***", Of(Masks.Of(MaskKind.Pattern, "(a+)+b", "", "mask").Value, new string('a', 50_000)));

    private static string Of(Mask mask, string value) => mask.Of(value, new char[value.Length + Mask.Beyond]).ToString();
}
