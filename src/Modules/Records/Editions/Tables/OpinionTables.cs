using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Records.Editions.Viewing;

namespace Qingdan.Records.Editions.Tables;

/// <summary>意见汇总处理表 of a round as files: it makes itself from the opinions and their answers. The city has all of it, a unit its own part.</summary>
internal sealed class OpinionTables(Store store, ShowEdition show, IOrganizationDirectory organizations, Dictionaries dictionaries, Translator t)
{
    /// <summary>The table of a round that was held.</summary>
    public async Task<Result<OpinionTable>> Find(long id, int round, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, units).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } row || round < 1 || round > row.Round) return EditionFaults.NotFound;
        return new OpinionTable(row.Title, row.Issuer, await show.Opinions(row, round, units, actor, cancel));
    }

    /// <summary>As a workbook: the opinions, and how the units have replied.</summary>
    public Task Book(OpinionTable table, Stream target, CancellationToken cancel)
    {
        var subline = t["第 {0} 轮　共 {1} 条意见", table.Round.Round, table.Round.Opinions.Count];
        List<SheetTable> sheets =
        [
            new(new SheetSpec(t["意见汇总处理表"],
            [
                new(t["序号"], CellType.Number, 6), new(t["单位"], Width: 20), new(t["清单"], Width: 18), new(t["条目"], CellType.Code, 28), new(t["意见"], Width: 50), new(t["采纳情况"], Width: 12), new(t["理由"], Width: 50),
                new(t["提出人"], Width: 12), new(t["提出时间"], CellType.Date, 16), new(t["处理人"], Width: 12),
            ]) { Title = t["{0}意见汇总处理表", table.Title], Subline = subline },
            table.Round.Opinions.Select((o, i) => (IReadOnlyList<object?>)[i + 1, o.Unit, About(o), o.EntryKey, o.Text, t[o.Said], o.Reason, o.Person, o.At, o.AnsweredBy]).ToAsyncEnumerable()),
        ];
        if (table.Round.Replies is { } replies)
            sheets.Add(new(new SheetSpec(t["反馈情况"], [new(t["单位"], Width: 24), new(t["反馈"], Width: 14)]), Replied(table.Round, replies).Select(r => (IReadOnlyList<object?>)[r.Unit, t[r.Reply]]).ToAsyncEnumerable()));
        return SheetWriter.WriteWorkbook(target, sheets, cancel);
    }

    /// <summary>As .docx, in Chinese, whoever fetches it.</summary>
    public void Document(OpinionTable table, Stream target)
    {
        var chinese = new Translator(dictionaries);
        List<(string, string)> facts = [(chinese["轮次"], chinese["第 {0} 轮", table.Round.Round]), (chinese["印发单位"], table.Issuer), (chinese["意见"], chinese["共 {0} 条", table.Round.Opinions.Count])];
        if (table.Round.Replies is { } replies)
        {
            facts.Add((chinese["征求意见的单位"], chinese["{0} 个", replies.Asked]));
            facts.Add((chinese["无意见"], Named(replies.Nothing, chinese)));
            facts.Add((chinese["未反馈"], replies.Silent.Count == 0 ? chinese["无"] : chinese["{0}。未反馈不等于同意。", Named(replies.Silent, chinese)]));
        }
        var rows = table.Round.Opinions.Select((o, i) => (IReadOnlyList<string>)[$"{i + 1}", o.Unit, $"{(o.List.Length > 0 ? o.List : chinese["整体"])} {o.EntryKey}".TrimEnd(), o.Text, o.Said, o.Reason]);
        string[] heads = [chinese["序号"], chinese["单位"], chinese["清单/条目"], chinese["意见"], chinese["采纳情况"], chinese["理由"]];
        TablesFile.Write(new TablesDocument(chinese["{0}意见汇总处理表", table.Title], facts, [new DocumentTable(chinese["意见汇总处理表"], "", heads, [.. rows])]), target);
    }

    private string About(OpinionView o) => o.List.Length > 0 ? t[o.List] : t["整体"];

    private static IEnumerable<(string Unit, string Reply)> Replied(RoundView round, RepliesView replies) =>
        [.. round.Opinions.Select(o => o.Unit).Distinct().Select(u => (u, "已提意见")), .. replies.Nothing.Select(u => (u, "无意见")), .. replies.Silent.Select(u => (u, "未反馈"))];

    private static string Named(IReadOnlyList<string> units, Translator t) => units.Count == 0 ? t["无"] : t["{0} 个：{1}", units.Count, string.Join('、', units)];
}

/// <summary>意见汇总处理表 of a round.</summary>
internal sealed record OpinionTable(string Title, string Issuer, RoundView Round);
