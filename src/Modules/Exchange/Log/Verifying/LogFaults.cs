using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Log.Verifying;

/// <summary>What can be wrong with the log of calls, with its place.</summary>
internal static class LogFaults
{
    public static Fault Start(long node) => new("exchange.log.start", "节点 {0} 的日志开头被改过：起始位置与检查点不符。", null, FaultKind.Conflict, $"{node}");
    public static Fault Record(long node, long sequence) => new("exchange.log.record", "节点 {0} 的第 {1} 条调用记录被改过或者被删除。", null, FaultKind.Conflict, $"{node}", sequence);
    public static Fault Position(long node) => new("exchange.log.position", "节点 {0} 登记的入库位置与最后一条调用记录不符。", null, FaultKind.Conflict, $"{node}");
    public static Fault Checkpoint(long node, long sequence) => new("exchange.log.checkpoint", "节点 {0} 在第 {1} 条处的检查点被改过，或者与调用记录不符。", null, FaultKind.Conflict, $"{node}", sequence);
    public static Fault Spool(string file, long sequence) => new("exchange.log.spool", "日志文件“{0}”在第 {1} 条处被改过，或者与数据库不符。", null, FaultKind.Conflict, file, sequence);
    public static Fault End(long node, long sequence) => new("exchange.log.end", "节点 {0} 的日志末尾缺了记录：只找到第 {1} 条为止。", null, FaultKind.Conflict, $"{node}", sequence);
    public static Fault Unknown(long node) => new("exchange.log.unknown", "数据目录里有节点 {0} 的日志，数据库里却没有登记这个节点。", null, FaultKind.Conflict, $"{node}");
}
