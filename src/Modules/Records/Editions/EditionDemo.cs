using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions;

/// <summary>示例市's first edition, issued, and the next one about which the units are being asked.</summary>
internal sealed class EditionDemo(
    Store store, DrawEdition draw, ConsultUnits consult, GiveOpinion give, AnswerOpinion answer, DecideEdition decide, IssueEdition issue, IEnumerable<IJobHandler> handlers, IOrganizationDirectory organizations, TimeProvider clock) : IDemoPart
{
    private const int DaysToReply = 15, DaysToEffect = 30;

    private static readonly Actor Authority = new(0, "市数据局", 0, "市数据局", new HashSet<string> { Roles.Authority });

    /// <summary>Behind all others: what is in force is in it.</summary>
    public int Order => 90;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var today = clock.Today();
        var first = await Begin($"示例市公共数据三清单（{today.Year} 年版）", "首次编制，三张清单一并印发。", cancel);
        await Answered(first, "市民政局", "responsibility", "婚姻登记信息的更新频率请与目录一致。", Verdict.Adopted, "已与目录核对一致。", cancel);
        await Answered(first, "市公安局", "negative", "建议把人口库照片整项列入。", Verdict.Rejected, "照片一项没有法律明确禁止共享的依据，按有条件共享办理。", cancel);
        await Must(first, edit => decide.Conclude(first, edit, Authority, cancel), cancel);
        await Must(first, edit => decide.Pass(first, edit, $"示数纪要〔{today.Year}〕7 号", today, Authority, cancel), cancel);
        await Must(first, edit => issue.Run(first, edit, new IssueInput($"示数发〔{today.Year}〕12 号", today.AddDays(DaysToEffect), nameof(EditionScope.Government), "首次编制，三张清单一并印发。"), Authority, cancel), cancel);
        await Write(cancel);
        var next = await Begin($"示例市公共数据三清单（{today.Year} 年修订）", "按目录更新和新列入的需求修订。", cancel);
        await Answered(next, "市民政局", "responsibility", "殡葬服务信息拟改为每月更新，请相应修改。", Verdict.Partly, "目录变更审核通过后列入。", cancel);
        _ = (await give.Run(next, new OpinionInput("", "", "建议在变更说明中列明本次移出的条目。"), await Of("市公安局", cancel), cancel)).Value;
        _ = (await give.Nothing(next, true, await Of("市统计局", cancel), cancel)).Value;
        await output.WriteLineAsync("版次 editions: 1 已印发, 1 征求意见");
    }

    private async Task<long> Begin(string title, string summary, CancellationToken cancel)
    {
        var id = (await draw.Run(new EditionDraft(title, "示例市数据局", 0, summary), Authority, cancel)).Value;
        await Must(id, edit => consult.Run(id, edit, clock.Today().AddDays(DaysToReply), Authority, cancel), cancel);
        await Write(cancel);
        return id;
    }

    private async Task Answered(long id, string unit, string list, string text, Verdict verdict, string reason, CancellationToken cancel)
    {
        var opinion = (await give.Run(id, new OpinionInput(list, "", text), await Of(unit, cancel), cancel)).Value;
        _ = (await answer.Run(id, opinion, await store.Set<Opinion>().Where(o => o.Id == opinion).Select(o => o.Edit).SingleAsync(cancel), $"{verdict}", reason, Authority, cancel)).Value;
    }

    private async Task<Actor> Of(string unit, CancellationToken cancel) => new(0, $"{unit}联络员", (await organizations.Tree(cancel)).Resolve(unit)!.Value, unit, new HashSet<string> { Roles.Liaison });

    private async Task Must(long id, Func<int, Task<Result<Done>>> act, CancellationToken cancel) => _ = (await act(await store.Set<Edition>().Where(e => e.Id == id).Select(e => e.Edit).SingleAsync(cancel))).Value;

    // Nobody runs jobs yet: the next step wants this one's archive.
    private async Task Write(CancellationToken cancel)
    {
        var job = await store.Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == WriteEdition.JobKind && j.State == JobState.Queued, cancel);
        await handlers.Single(h => h.Kind == job.Kind).Run(new JobContext(job, (_, _, _) => Task.CompletedTask), cancel);
        await store.Set<Job>().Where(j => j.Id == job.Id).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Done).SetProperty(j => j.FinishedAt, clock.GetUtcNow()), cancel);
        store.ChangeTracker.Clear();
    }
}
