using Qingdan.Platform.CommandLine;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Lines;

/// <summary>Looks whether the book of lines says what the lists say.</summary>
internal sealed class LinesCheckup(LineBook lines) : ICheckup
{
    public async Task<CheckupReport> Look(CancellationToken cancel) => await lines.Gaps(cancel) is var gaps and > 0
        ? new CheckupReport("清单沿革", false, "有 {0} 条生效条目与沿革记录不一致。请查明是谁绕过系统改了数据库。", gaps)
        : new CheckupReport("清单沿革", true, "生效条目与沿革记录一致。");
}
