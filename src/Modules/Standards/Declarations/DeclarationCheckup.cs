using Qingdan.Platform.CommandLine;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Standards.Declarations;

/// <summary>Tells of a city's declaration files that are not used because they have faults.</summary>
internal sealed class DeclarationCheckup(DeclarationBook book) : ICheckup
{
    public Task<CheckupReport> Look(CancellationToken cancel) => Task.FromResult(book.Faults.Count == 0
        ? new CheckupReport("要素声明", true, "共 {0} 份，均可使用。", book.All.Count)
        : new CheckupReport("要素声明", false, "{0} 有 {1} 处错误，整份未采用。请在“要素声明”页查看并改正。", book.Faults[0].File, book.Faults.Count));
}
