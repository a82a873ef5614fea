using Qingdan.Platform.Results;

namespace Qingdan.Records.Editions.Archive;

/// <summary>What can be wrong with an archive, with its place.</summary>
internal static class ArchiveFaults
{
    public static readonly Fault Signature = new("edition.archive.signature", "校验不通过：说明文件 manifest.json 被改过，或者不是用这把钥匙签的。", "file", FaultKind.Conflict);
    public static readonly Fault NoManifest = new("edition.archive.manifest", "这不是版次档案，或者不是本程序读得懂的格式。", "file", FaultKind.Conflict);
    public static readonly Fault End = new("edition.archive.end", "档案末尾被改过，或者后面多了内容。", "file", FaultKind.Conflict);
    public static readonly Fault Order = new("edition.archive.order", "档案里文件的次序被改过。", "file", FaultKind.Conflict);

    public static Fault Cut(int number) => new("edition.archive.cut", "档案不完整：在第 {0} 个文件处中断。请重新下载。", "file", FaultKind.Conflict, number);
    public static Fault Header(int number) => new("edition.archive.header", "第 {0} 个文件的文件头被改过。", "file", FaultKind.Conflict, number);
    public static Fault Filling(string path) => new("edition.archive.filling", "“{0}”后面的填充字节被改过。", "file", FaultKind.Conflict, path);
    public static Fault Missing(string path) => new("edition.archive.missing", "缺少“{0}”。", "file", FaultKind.Conflict, path);
    public static Fault Surplus(string path) => new("edition.archive.surplus", "多了“{0}”，说明文件里没有。", "file", FaultKind.Conflict, path);
    public static Fault File(string path) => new("edition.archive.file", "“{0}”被改过。", "file", FaultKind.Conflict, path);
    public static Fault Line(string path, long line) => new("edition.archive.line", "“{0}”第 {1} 行被改过。", "file", FaultKind.Conflict, path, line);
}
