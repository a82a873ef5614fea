using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;

namespace Qingdan.Exchange.Log.Verifying;

/// <summary>Lets <c>doctor</c> verify the log of calls.</summary>
internal sealed class LogCheckup(VerifyLog verify, Translator t) : ICheckup
{
    private const int Shown = 3;

    public async Task<CheckupReport> Look(CancellationToken cancel)
    {
        var verdict = await verify.Run(cancel);
        return verdict.Faults.Count == 0
            ? new CheckupReport("调用日志", true, "{0} 条日志链共 {1} 条调用记录前后相连，检查点的签名都对。断电可能丢失最后一秒的记录。", verdict.Nodes, verdict.Records)
            : new CheckupReport("调用日志", false, "调用日志有 {0} 处不对。{1} 请保护现场并报告审计员。", verdict.Faults.Count, string.Join(' ', verdict.Faults.Take(Shown).Select(f => t[f])));
    }
}
