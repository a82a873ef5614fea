using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>示例市's yearly review: just opened, its units have yet to answer.</summary>
internal sealed class ReviewDemo(OpenReview open, TimeProvider clock) : IDemoPart
{
    public int Order => 52;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var authority = new Actor(0, "李卫东", 0, "市数据局", new HashSet<string> { Roles.Authority });
        var today = clock.Today();
        _ = (await open.Run(new ReviewInput($"{today.Year} 年度清单复核", "示数发〔2026〕28 号", Shown.Day(today.AddDays(30)), "核对依据是否仍然有效，没有人用的责任是否还要保留。", [], []), authority, cancel)).Value;
        await output.WriteLineAsync("年度复核 reviews: 1 次");
    }
}
