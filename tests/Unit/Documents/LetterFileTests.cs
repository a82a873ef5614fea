using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Lock = DocumentFormat.OpenXml.Wordprocessing.Lock;
using Qingdan.Platform.Documents;
using Xunit;

namespace Qingdan.Tests.Unit.Documents;

public sealed class LetterFileTests
{
    private static readonly Letter Reply = new("答复函", "〔2026〕1 号", "示例市住建委", [new("同意共享：", new LetterText("姓名、<证件号> & \"其他\"", "数据项"), "。"), new("此复。")], "示例市民政局", new DateOnly(2026, 11, 26));

    [Fact]
    public void It_is_a_file_that_word_processors_read()
    {
        using var file = Written();
        using var document = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Contains("2026年11月26日", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_facts_come_back_and_an_altered_one_is_seen()
    {
        using var file = Written();
        Assert.Equal(Reply.Facts, LetterFile.Read(file)!.Facts);
        file.Position = 0;
        using (var document = WordprocessingDocument.Open(file, true))
        {
            var field = document.MainDocumentPart!.Document!.Descendants<SdtElement>().Single();
            Assert.Equal(LockingValues.SdtContentLocked, field.SdtProperties!.GetFirstChild<Lock>()!.Val!.Value);
            field.Descendants<Text>().Single().Text = "姓名";
            document.MainDocumentPart.Document.Descendants<Text>().First(t => t.Text == "此复。").Text = "特此函复。";
        }
        file.Position = 0;
        Assert.Equal("姓名", LetterFile.Read(file)!.Facts["数据项"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("不是文书")]
    [InlineData("PK\u0003\u0004")]
    public void What_is_no_letter_has_no_facts(string content)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        Assert.Null(LetterFile.Read(file));
    }

    private static MemoryStream Written()
    {
        var file = new MemoryStream();
        LetterFile.Write(Reply, file);
        file.Position = 0;
        return file;
    }
}
