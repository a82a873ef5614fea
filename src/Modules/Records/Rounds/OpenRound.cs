using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds;

/// <summary>What the authority says about a round; days yyyy-MM-dd as they were typed.</summary>
public sealed record RoundInput
{
    public string Title { get; init; } = "";
    public string NoticeNumber { get; init; } = "";
    public string NoticeOn { get; init; } = "";
    public string DueOn { get; init; } = "";
    public string Note { get; init; } = "";
    public IReadOnlyList<string> Tables { get; init; } = [];
    public IReadOnlyList<long> Units { get; init; } = [];

    /// <summary>All faults of what is typed.</summary>
    public List<Fault> Faults(out DateOnly notice, out DateOnly due)
    {
        var faults = new List<Fault>();
        if (Title.Trim().Length is 0 or > 128) faults.Add(new("records.round.title", "请填写名称，不超过 128 字，例如“2026 年度三清单集中梳理”。", "title"));
        if (NoticeNumber.Trim().Length is 0 or > 100) faults.Add(new("records.round.notice", "请填写通知文号，不超过 100 字。", "noticeNumber"));
        (notice, due) = (TypedDay.Meant(NoticeOn).GetValueOrDefault(), TypedDay.Meant(DueOn).GetValueOrDefault());
        if (notice == default) faults.Add(new("records.round.notice-day", "请填写通知日期，例如 2026-11-02。", "noticeOn"));
        if (due == default) faults.Add(new("records.round.due", "请填写报送截止日期，例如 2026-11-27。", "dueOn"));
        else if (due < notice) faults.Add(new("records.round.due-early", "截止日期不能早于通知日期。", "dueOn"));
        if (Note.Length > 2000) faults.Add(new("records.round.note", "说明不超过 2000 字。", "note"));
        foreach (var (field, text) in new[] { ("title", Title), ("noticeNumber", NoticeNumber), ("note", Note) })
            if (ClassificationMarks.Refusal(text, field) is { } marked) faults.Add(marked);
        return faults;
    }
}

/// <summary>发起集中梳理: every chosen unit owes every chosen table from now on.</summary>
internal sealed class OpenRound(Store store, ReportTables tables, IOrganizationDirectory organizations, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Opens a round; returns its id.</summary>
    public async Task<Result<long>> Run(RoundInput input, Actor actor, CancellationToken cancel)
    {
        var faults = input.Faults(out var notice, out var due);
        if (faults.Count == 0 && due < clock.Today()) faults.Add(new("records.round.due-past", "截止日期已经过去。", "dueOn"));
        var chosen = tables.Choose(input.Tables);
        faults.AddRange(chosen.Faults);
        var tree = await organizations.Tree(cancel);
        var units = input.Units.Select(tree.Find).OfType<Unit>().Distinct().ToList();
        if (units.Count == 0) faults.Add(new("records.round.units", "请至少选择一个应报单位。", "units"));
        if (faults.Count > 0) return faults;
        var now = clock.GetUtcNow();
        var round = new Round
        {
            Id = ids.Next(), Title = input.Title.Trim(), NoticeNumber = input.NoticeNumber.Trim(), NoticeOn = notice, DueOn = due, Note = input.Note.Trim(),
            Tables = string.Join(',', chosen.Value.Select(t => t.Key)), CreatedBy = actor.Name, CreatedAt = now,
        };
        round.Touch(ids, clock);
        store.Add(round);
        foreach (var unit in units)
            foreach (var table in chosen.Value)
            {
                var report = new Report { Id = ids.Next(), RoundId = round.Id, UnitId = unit.Id, TableKey = table.Key, Since = now };
                report.Touch(ids, clock);
                store.Add(report);
            }
        audit.Add(actor, RoundAudit.Opened, round.AsSubject(), after: new { round.Title, round.NoticeNumber, round.NoticeOn, round.DueOn, round.Tables, Units = units.Select(u => u.ShortName) });
        await store.SaveChangesAsync(cancel);
        return round.Id;
    }
}
