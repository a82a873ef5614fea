using System.Diagnostics;
using CsCheck;
using Qingdan.Catalog.Items.Prose;
using Qingdan.Platform.Search;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog;

/// <summary>What a summary names in prose. The texts are made up in the manner of real ones.</summary>
public sealed class ProseTests
{
    private static readonly string[] Pieces = ["包括", "等信息", "、", "，", "和", "（", "）", "。", "等", "企业名称", "地址", "电话", "1.", "①", "：", "\n", "的", "不", "第一", " ", "名单", "欄位", "A", "\ud83d", "\0"];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(places => string.Concat(places.Select(i => Pieces[i]))));

    [Theory]
    [InlineData("婚姻登记信息，主要包括姓名、登记日期、登记机关等信息。", "姓名|登记日期|登记机关")]
    [InlineData("排污许可，包含：企业名称；许可证编号；有效期限", "企业名称|许可证编号|有效期限")]
    [InlineData("字段有企业名称,统一社会信用代码,法定代表人", "企业名称|统一社会信用代码|法定代表人")]
    [InlineData("包括1.企业名称；2.地址；3.电话", "企业名称|地址|电话")]
    [InlineData("包括①企业名称②、地址", "地址")]
    [InlineData("公园名录，包括公园名称、地址和联系电话。", "公园名称|地址|联系电话")]
    [InlineData("提供本市停車場資訊，欄位包含停車場名稱、地址及聯絡電話等資料。", "停車場名稱|地址|聯絡電話")]
    [InlineData("序号、姓名、性别、工作单位", "序号|姓名|性别|工作单位")]
    [InlineData("培训名单，姓名，单位名称，培训日期", "姓名|单位名称|培训日期")]
    [InlineData("包含旅行社的创建时间、许可证号等内容", "创建时间|许可证号")]
    [InlineData("包括县(市、区)、户数(户)、金额(万元)等", "县(市、区)|户数(户)|金额(万元)")]
    [InlineData("包括姓名、性别、姓名等信息", "姓名|性别")]
    [InlineData("许可信息,包含许可审批表,包含申请单位、许可证号等信息", "申请单位|许可证号")]
    [InlineData("用于审批，提供户主姓名、补贴金额等信息", "户主姓名|补贴金额")]
    [InlineData("本数据包括名称、地址属性字段", "名称|地址")]
    public void Names_that_are_enumerated_are_read(string text, string names) => Assert.Equal(names, string.Join('|', ItemsInProse.Read(text).Select(i => i.Name)));

    [Theory]
    [InlineData("")]
    [InlineData("婚姻登记信息")]
    [InlineData("包括学校、医院、公园等场所")]
    [InlineData("涵盖鼓励节能技改、先进技术奖励、拓展市场等类别")]
    [InlineData("活动包含创客体验营、才艺体验营，带你深入体验丰富的领域，快来报名吧！")]
    [InlineData("不包括姓名、地址、电话")]
    [InlineData("由市、县主管部门核准，每年更新一次。")]
    [InlineData("企业、事业单位、社会团体等投资建设的项目核准")]
    [InlineData("城镇其他单位工资总额(国有、集体和其他单位)")]
    [InlineData("推广应用新技术突出贡献单位、突出贡献个人证书编号信息")]
    [InlineData("包含企业名称等信息")]
    [InlineData("包括(姓名、地址")]
    public void What_is_no_enumeration_of_fields_is_left(string text) => Assert.Empty(ItemsInProse.Read(text));

    [Fact]
    public void Whatever_the_text_places_lie_in_it_in_order_and_each_name_stands_there_once() => Texts.Sample(text =>
    {
        var (items, behind) = (ItemsInProse.Read(text), 0);
        Assert.True(items.Count <= ItemsInProse.MostItems);
        foreach (var item in items)
        {
            Assert.True(item.Start >= behind && item.Length > 0 && item.Start + item.Length <= text.Length);
            Assert.Equal(item.Name, text.Substring(item.Start, item.Length));
            Assert.DoesNotContain(item.Name, char.IsControl);
            behind = item.Start + item.Length;
        }
        Assert.Equal(items.Count, items.Select(i => Bigrams.Alike(i.Name)).Distinct().Count());
    });

    [Fact]
    public void At_most_a_hundred_are_read_and_nothing_behind_the_limit()
    {
        Assert.Equal(ItemsInProse.MostItems, ItemsInProse.Read($"包括{string.Join('、', Enumerable.Range(1, 300).Select(i => $"第{i}季度金额"))}等信息").Count);
        Assert.Empty(ItemsInProse.Read($"{new string('长', ItemsInProse.MostText)}。包括姓名、地址等信息"));
    }

    [Theory]
    [InlineData("包括")]
    [InlineData("等")]
    [InlineData("（")]
    [InlineData("名称、")]
    [InlineData("和")]
    [InlineData("\n")]
    [InlineData("甲、乙\n")]
    [InlineData("包括名称、")]
    [InlineData("等等.")]
    public void The_longest_text_takes_no_time(string piece)
    {
        ItemsInProse.Read(piece);
        var text = string.Concat(Enumerable.Repeat(piece, ItemsInProse.MostText / piece.Length));
        var started = Stopwatch.GetTimestamp();
        ItemsInProse.Read(text);
        // Some milliseconds; what grows with the square of the length takes seconds.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }
}
