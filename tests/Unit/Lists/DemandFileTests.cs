using System.IO.Compression;
using System.Text;
using Qingdan.Lists.Demands.Files;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class DemandFileTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("依据.pdf", "%PDF-1.7 …", null)]
    [InlineData("依据.PDF", "%PDF-1.7 …", null)]
    [InlineData("依据.pdf", "不是 PDF", "lists.demand.file.content")]
    [InlineData("截图.png", "%PDF-1.7 …", "lists.demand.file.content")]
    [InlineData("说明.doc", "%PDF-1.7 …", "lists.demand.file.kind")]
    [InlineData("说明", "%PDF-1.7 …", "lists.demand.file.kind")]
    [InlineData("依据.pdf", "", "lists.demand.file.empty")]
    [InlineData("依据（秘密★10年）.pdf", "%PDF-1.7 …", "lists.demand.file.classified")]
    public void A_file_is_what_its_name_says_or_refused(string name, string content, string? code)
    {
        var (fault, marked) = FileRules.Check(new SentFile(name, new MemoryStream(Encoding.UTF8.GetBytes(content))));
        Assert.Equal(code, fault?.Code);
        Assert.Equal(code == "lists.demand.file.classified", marked);
        if (marked) Assert.DoesNotContain(fault!.Args, a => name.Equals(a));
    }

    [Fact]
    public void One_that_is_too_large_is_refused()
    {
        using var large = new MemoryStream(new byte[FileRules.MostBytes + 1]);
        Assert.Equal("lists.demand.file.too-large", FileRules.Check(new SentFile("大.pdf", large)).Fault?.Code);
    }

    [Theory]
    [InlineData("普通的说明", null)]
    [InlineData("机密★5年", "lists.demand.file.classified")]
    public void A_mark_within_an_office_document_is_found(string text, string? code)
    {
        // Word cuts a paragraph into runs as it likes.
        var body = $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>{text[..2]}</w:t></w:r><w:r><w:t>{text[2..]}</w:t></w:r></w:p></w:body></w:document>";
        Assert.Equal(code, Fault("说明.docx", ("[Content_Types].xml", "<Types/>"), ("word/document.xml", body)));
        Assert.Equal(code, Fault("说明.docx", ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>"), ("word/header1.xml", body)));
        Assert.Equal(code, Fault("说明.ofd", ("OFD.xml", "<OFD/>"), ("Doc_0/Pages/Page_0/Content.xml", $"<Page><TextObject><TextCode>{text[..2]}</TextCode><TextCode>{text[2..]}</TextCode></TextObject></Page>")));
    }

    [Fact]
    public void A_damaged_document_is_refused_with_a_sentence() =>
        Assert.Equal("lists.demand.file.damaged", Fault("说明.docx", ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a><b></a>")));

    [Fact]
    public void A_workbook_under_the_name_of_a_text_is_refused() =>
        Assert.Equal("lists.demand.file.content", Fault("说明.docx", ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")));

    private static string? Fault(string name, params (string Path, string Xml)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, xml) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(xml);
            }
        return FileRules.Check(new SentFile(name, file)).Fault?.Code;
    }
}
