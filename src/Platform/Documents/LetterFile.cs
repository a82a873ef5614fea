using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lock = DocumentFormat.OpenXml.Wordprocessing.Lock;

namespace Qingdan.Platform.Documents;

/// <summary>
/// Letters as .docx, in the measures of 党政机关公文格式 (GB/T 9704, from memory): wording can be altered in any word processor, facts stand in locked fields.
/// A file that comes back is asked for its fields, so that an altered fact is seen.
/// </summary>
public static class LetterFile
{
    /// <summary>The content type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Half points; a line of exactly 28.95 points, in twentieths.
    private const string TitleSize = "44", TextSize = "32", Line = "579";

    // Far more than a letter has; a file made to fill the memory is left off.
    private const long MostCharacters = 5_000_000;

    /// <summary>Writes a letter.</summary>
    public static void Write(Letter letter, Stream target)
    {
        using var document = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document);
        var body = new Body(
            Paragraph(JustificationValues.Right, indented: false, [letter.Number], TextSize), Paragraph(JustificationValues.Center, indented: false, [letter.Title], TitleSize),
            Paragraph(JustificationValues.Both, indented: false, [$"{letter.To}："], TextSize));
        foreach (var line in letter.Lines) body.Append(Paragraph(JustificationValues.Both, indented: true, line.Texts, TextSize));
        body.Append(
            Signed(letter.From, Line), Signed(Letter.Written(letter.Day), "0"),
            new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 2098, Bottom = 1985, Left = 1588, Right = 1474, Header = 851, Footer = 992, Gutter = 0 }));
        document.AddMainDocumentPart().Document = new Document(body);
    }

    /// <summary>What stands in a letter that somebody altered and gave back; null when it is no such file.</summary>
    public static LetterContent? Read(Stream content)
    {
        try
        {
            using var document = WordprocessingDocument.Open(content, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            if (document.MainDocumentPart?.Document is not { } body) return null;
            var facts = body.Descendants<SdtElement>()
                .Select(s => (Tag: s.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value, Text: s.InnerText)).Where(s => s.Tag is not null)
                .GroupBy(s => s.Tag!).ToDictionary(g => g.Key, g => g.First().Text);
            return new(facts, string.Join('\n', Parts(document.MainDocumentPart).SelectMany(p => p.Descendants<Paragraph>()).Select(p => p.InnerText)));
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            return null;
        }
    }

    // Offices write a mark into the head of the page as well as above the title; notes and comments are read by people, too.
    private static IEnumerable<OpenXmlElement> Parts(MainDocumentPart main) =>
        main.HeaderParts.Select(p => (OpenXmlElement?)p.Header).Concat(main.FooterParts.Select(p => p.Footer)).Append(main.Document)
            .Append(main.FootnotesPart?.Footnotes).Append(main.EndnotesPart?.Endnotes).Append(main.WordprocessingCommentsPart?.Comments).OfType<OpenXmlElement>();

    private static Paragraph Paragraph(JustificationValues side, bool indented, IReadOnlyList<LetterText> texts, string size)
    {
        var paragraph = new Paragraph(new ParagraphProperties(
            new SpacingBetweenLines { Before = size == TitleSize ? Line : "0", After = size == TitleSize ? Line : "0", Line = Line, LineRule = LineSpacingRuleValues.Exact },
            // Two characters, in twentieths of a point for those who do not count by characters.
            new Indentation { FirstLine = indented ? "640" : "0", FirstLineChars = indented ? 200 : 0 }, new Justification { Val = side }));
        foreach (var text in texts) paragraph.Append(text.Fact.Length == 0 ? Run(text.Text, size) : Field(text, size));
        return paragraph;
    }

    // 署名 and 成文日期: a line below the text, four characters from the right.
    private static Paragraph Signed(string text, string before)
    {
        var paragraph = Paragraph(JustificationValues.Right, indented: false, [text], TextSize);
        paragraph.ParagraphProperties!.SpacingBetweenLines!.Before = before;
        (paragraph.ParagraphProperties.Indentation!.Right, paragraph.ParagraphProperties.Indentation.RightChars) = ("1280", 400);
        return paragraph;
    }

    private static SdtRun Field(LetterText text, string size) => new(
        new SdtProperties(new SdtAlias { Val = text.Fact }, new Tag { Val = text.Fact }, new Lock { Val = LockingValues.SdtContentLocked }), new SdtContentRun(Run(text.Text, size)));

    private static Run Run(string text, string size) => new(
        new RunProperties(
            new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = size == TitleSize ? "方正小标宋简体" : "仿宋" }, new FontSize { Val = size }, new FontSizeComplexScript { Val = size }),
        new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
