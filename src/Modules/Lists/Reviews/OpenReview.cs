using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>What the authority says of a review; the day yyyy-MM-dd as it was typed.</summary>
/// <param name="Kinds">Names of <see cref="ReviewedKind"/>; none means both.</param>
/// <param name="Units">Whose entries; none means all.</param>
public sealed record ReviewInput(string Title, string NoticeNumber, string DueOn, string Note, IReadOnlyList<string> Kinds, IReadOnlyList<long> Units);

/// <summary>发起年度复核: each unit with something to look at gets a sheet with its entries, as they stand now.</summary>
internal sealed class OpenReview(Store store, ListsTurn turn, ReviewScope scope, IOrganizationDirectory organizations, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private static readonly Fault Nothing = new("lists.review.nothing", "这个范围里没有生效的负面清单条目，也没有一年没有人用的责任清单条目。", "units", FaultKind.Conflict);

    private static readonly (string, BulkType)[] Columns =
    [
        ("id", BulkType.Number), ("review_id", BulkType.Number), ("sheet_id", BulkType.Number), ("kind", BulkType.Text), ("target_id", BulkType.Number), ("number", BulkType.Text), ("name", BulkType.Text),
        ("basis", BulkType.Text), ("cause", BulkType.Text), ("answer", BulkType.Text), ("reason", BulkType.Text), ("outcome", BulkType.Text), ("outcome_note", BulkType.Text), ("successor_id", BulkType.Number),
    ];

    /// <summary>Opens one; its id.</summary>
    public async Task<Result<long>> Run(ReviewInput input, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return ReviewFaults.NotYours;
        var faults = Faults(input, out var due, out var kinds);
        var units = await organizations.Tree(cancel);
        var chosen = input.Units.Where(u => units.Find(u) is not null).ToList();
        if (chosen.Count < input.Units.Count) faults.Add(new("lists.review.units", "选的单位里有不认识的。", "units"));
        if (faults.Count > 0) return faults;
        await using var transaction = await turn.Begin(cancel);
        var found = (await scope.Find(kinds, [.. chosen.SelectMany(units.Family)], cancel)).ToLookup(r => units.Living(r.UnitId));
        if (found.Count == 0) return Nothing;
        var review = new Review { Id = ids.Next(), Title = input.Title.Trim(), NoticeNumber = input.NoticeNumber.Trim(), DueOn = due, Note = input.Note.Trim(), CreatedBy = actor.Name, CreatedAt = clock.GetUtcNow() };
        review.Touch(ids, clock);
        store.Add(review);
        var sheets = found.Select(g => g.Key).Order().ToDictionary(unit => unit, unit => Sheet(review, unit));
        audit.Add(actor, ListsAudit.ReviewOpened, review.AsSubject(), after: new { review.Title, review.NoticeNumber, review.DueOn, Units = sheets.Keys.Select(units.ShortName), Rows = found.Sum(g => g.Count()) });
        await store.SaveChangesAsync(cancel);
        await using (var writer = await BulkWriter.Open(store, "lists_review_rows", cancel, Columns))
        {
            foreach (var unit in found)
                foreach (var row in unit)
                    await writer.Write([ids.Next(), review.Id, sheets[unit.Key].Id, row.Kind.ToString(), row.TargetId, row.Number, row.Name, row.Basis, row.Cause.ToString(), nameof(ReviewAnswer.None), "", nameof(ReviewOutcome.None), "", 0L]);
            await writer.Complete(cancel);
        }
        await transaction.CommitAsync(cancel);
        return review.Id;
    }

    private ReviewSheet Sheet(Review review, long unit)
    {
        var sheet = new ReviewSheet { Id = ids.Next(), ReviewId = review.Id, UnitId = unit, Since = clock.GetUtcNow() };
        sheet.Touch(ids, clock);
        store.Add(sheet);
        return sheet;
    }

    private List<Fault> Faults(ReviewInput input, out DateOnly due, out ReviewedKind[] kinds)
    {
        var faults = new List<Fault>();
        if (input.Title.Trim().Length is 0 or > 128) faults.Add(new("lists.review.title", "请填写名称，不超过 128 字，例如“2026 年度清单复核”。", "title"));
        if (input.NoticeNumber.Trim().Length is 0 or > 100) faults.Add(new("lists.review.notice", "请填写通知文号，不超过 100 字。", "noticeNumber"));
        if (TypedDay.Meant(input.DueOn) is not { } day) faults.Add(new("lists.review.due", "请填写答复截止日期，例如 2026-12-25。", "dueOn"));
        else if (day < clock.Today()) faults.Add(new("lists.review.due-past", "截止日期已经过去。", "dueOn"));
        if (input.Note.Length > 2000) faults.Add(new("lists.review.note", "说明不超过 2000 字。", "note"));
        foreach (var (field, text) in new[] { ("title", input.Title), ("noticeNumber", input.NoticeNumber), ("note", input.Note) })
            if (ClassificationMarks.Refusal(text, field) is { } marked) faults.Add(marked);
        kinds = [.. input.Kinds.Select(k => FormChoice.Of<ReviewedKind>(k)).OfType<ReviewedKind>().Distinct()];
        if (kinds.Length < input.Kinds.Distinct().Count()) faults.Add(new("lists.review.kinds", "请选择负面清单或责任清单。", "kinds"));
        if (kinds.Length == 0) kinds = Enum.GetValues<ReviewedKind>();
        due = TypedDay.Meant(input.DueOn) ?? default;
        return faults;
    }
}
