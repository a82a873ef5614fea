using Qingdan.Platform.Results;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>Refusals of a file with laws.</summary>
internal static class LawFaults
{
    /// <summary>The most faults that are named.</summary>
    public const int Most = 100;

    public static readonly Fault Forbidden = new("standards.law-import.forbidden", "只有主管部门可以导入法律依据。", null, FaultKind.Forbidden);
    public static readonly Fault NoFile = new("standards.law-import.file", "请选择要导入的文件。", "file");
    public static readonly Fault NoLaws = new("standards.law-import.empty", "文件里没有法规。", "file");
    public static readonly Fault NotFound = new("standards.law-import.not-found", "没有这次导入。", null, FaultKind.NotFound);
    public static readonly Fault Unknown = new("standards.law.unknown", "依据库里没有这部法规。", null, FaultKind.NotFound);
    public static readonly Fault Taken = new("standards.law-import.taken", "这个文件已经导入，不用再导。", null, FaultKind.Conflict);
    public static readonly Fault Moved = new("standards.law-import.moved", "您打开之后，依据库又有变化。请看过现在的差别再导入。", null, FaultKind.Conflict);

    /// <summary>A fault of a cell: {0} is its row, {1} its column, what follows is the sentence's own.</summary>
    public static Fault At(int row, string column, string code, string sentence, params object[] more) => new(code, sentence, null, FaultKind.Invalid, [row, column, .. more]);

    /// <summary>The first of many, and how many there are in all.</summary>
    public static List<Fault> Cut(List<Fault> faults) => faults.Count <= Most ? faults
        : [.. faults.Take(Most), new("standards.law-import.many", "共有 {0} 处要改，只列前 {1} 处。", null, FaultKind.Invalid, faults.Count, Most)];
}
