using CsCheck;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class ClassificationMarkTests
{
    [Theory]
    [InlineData("秘密★10年")]
    [InlineData("机密★")]
    [InlineData("绝密 ★ 长期")]
    [InlineData("绝密")]
    [InlineData("  机 密  ")]
    [InlineData("機密")]
    [InlineData("工作秘密")]
    [InlineData("内部工作秘密")]
    [InlineData("内部★")]
    [InlineData("【机密】关于某项工作的报告")]
    [InlineData("人员名册(秘密)")]
    [InlineData("人员名册 秘密10年")]
    [InlineData("秘密*5年")]
    [InlineData("密级：秘密")]
    [InlineData("密级为机密级")]
    [InlineData("机密 特急")]
    [InlineData("第一行\n机密\n第三行")]
    [InlineData("国家秘密★三十年")]
    public void A_mark_is_found(string text) => Assert.NotNull(ClassificationMarks.Find(text));

    [Theory]
    [InlineData("商业秘密")]
    [InlineData("涉及商业秘密、保密商务信息的公共数据")]
    [InlineData("商业秘密★")]
    [InlineData("国家秘密目录管理办法")]
    [InlineData("国家秘密")]
    [InlineData("保密")]
    [InlineData("密级（绝密、机密、秘密）")]
    [InlineData("密级：绝密、机密、秘密")]
    [InlineData("泄露秘密10年以下有期徒刑")]
    [InlineData("侵犯秘密罪案件")]
    [InlineData("公务机密及机关安全")]
    [InlineData("工作秘密管理办法")]
    [InlineData("包含文件种类、秘密级别、紧急程度")]
    [InlineData("星级(★★★★)")]
    [InlineData("密码应用")]
    [InlineData("")]
    [InlineData(null)]
    public void Ordinary_words_are_no_mark(string? text) => Assert.Null(ClassificationMarks.Find(text));

    [Fact]
    public void The_refusal_names_the_mark_and_not_the_content()
    {
        var fault = ClassificationMarks.Refusal("【机密】某某名单", "summary")!;
        Assert.Equal(("standards.classification-mark", "summary"), (fault.Code, fault.Field));
        Assert.Equal(["机密"], fault.Args);
    }

    [Fact]
    public void Marks_with_a_star_are_found_wherever_they_stand() =>
        Gen.Select(Gen.Char["一二三abc 123，。"].Array[0, 6], Gen.Char["一二三abc 123，。"].Array[0, 6]).Sample((before, after) =>
            Assert.NotNull(ClassificationMarks.Find(new string(before) + "机密★" + new string(after))), iter: 300);
}
