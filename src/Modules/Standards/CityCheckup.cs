using Qingdan.Platform.CommandLine;
using Qingdan.Standards.Contracts;

namespace Qingdan.Standards;

/// <summary>Tells what holds for this city, and whether somebody has said so.</summary>
internal sealed class CityCheckup(CitySettings settings) : ICheckup
{
    private const string Name = "本市设置";

    public Task<CheckupReport> Look(CancellationToken cancel) => Task.FromResult(
        settings.Fault is { } fault ? new CheckupReport(Name, false, fault.Text, [.. fault.Args])
        : settings.IsStated ? new CheckupReport(Name, true, "国家目录代码前六位：{0}。", settings.NationalCatalogPrefix)
        : new CheckupReport(Name, true, "国家目录代码前六位用缺省值 {0}，出自记忆，未核对。请在数据目录的 city.json 中写明 nationalCatalogPrefix。", settings.NationalCatalogPrefix));
}
