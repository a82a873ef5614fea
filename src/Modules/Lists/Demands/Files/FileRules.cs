using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Files;

/// <summary>What an attachment must be like.</summary>
internal static class FileRules
{
    /// <summary>Attachments of one demand.</summary>
    public const int Most = 10;

    /// <summary>Bytes of one: 20 MB.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    /// <summary>What the browser offers first.</summary>
    public const string Endings = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.ofd";

    private const string Field = "files";

    /// <summary>What hinders taking a file, and whether it bears a mark of secrecy: then its name is not repeated.</summary>
    public static (Fault? Fault, bool Marked) Check(SentFile file)
    {
        var name = Path.GetFileName(file.Name);
        if (ClassificationMarks.Find(Path.GetFileNameWithoutExtension(name)) is not null) return (NameMarked, true);
        if (name.Length > 200) return (new("lists.demand.file.name", "附件的文件名不超过 200 字。", Field), false);
        if (file.Content.Length > MostBytes) return (new("lists.demand.file.too-large", "“{0}”超过 20 MB，请压缩或分开后再上传。", Field, FaultKind.TooLarge, name), false);
        if (file.Content.Length == 0) return (new("lists.demand.file.empty", "“{0}”是空的，请检查后重新上传。", Field, FaultKind.Invalid, name), false);
        if (DocumentFile.Named(name) is not { } named) return (new("lists.demand.file.kind", "“{0}”不收。附件只收 PDF、JPG、PNG、DOCX、XLSX、OFD。", Field, FaultKind.Invalid, name), false);
        if (DocumentFile.KindOf(file.Content) != named) return (new("lists.demand.file.content", "“{0}”的内容和文件名的后缀不一致。请用原来的软件打开，另存后再上传。", Field, FaultKind.Invalid, name), false);
        try
        {
            return DocumentFile.Texts(file.Content, named).Any(text => ClassificationMarks.Find(text) is not null)
                ? (new("lists.demand.file.classified", "“{0}”里带有密级标志，没有保存。国家秘密和工作秘密不得进入本系统，请按保密规定处理；确属误标的，去掉标志后再上传。", Field, FaultKind.Invalid, name), true) : (null, false);
        }
        catch (Exception e) when (e is SheetException or InvalidDataException)
        {
            return (new("lists.demand.file.damaged", "“{0}”读不出来：文件已损坏、设了密码或者过大。请重新保存后再上传。", Field, FaultKind.Invalid, name), false);
        }
    }

    private static readonly Fault NameMarked = new("lists.demand.file.classified", "附件的文件名带密级标志，没有保存。国家秘密和工作秘密不得进入本系统，请按保密规定处理；确属误标的，改名后再上传。", Field);
}
