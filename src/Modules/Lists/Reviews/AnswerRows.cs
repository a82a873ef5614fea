using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>An answer to some rows of a sheet.</summary>
/// <param name="Answer">Name of a <see cref="ReviewAnswer"/>.</param>
/// <param name="Reason">Owed with 建议移出, and with what a change of law has made due.</param>
/// <param name="Ids">The rows; null for all that fit the filter.</param>
/// <param name="Filter">Which, where no rows are named.</param>
internal sealed record RowsAnswer(string Answer, string Reason, IReadOnlyCollection<long>? Ids, ReviewFilter Filter);

/// <summary>How many rows were answered, and how many of those chosen cannot be answered so.</summary>
internal sealed record RowsAnswered(int Count, int Left);

/// <summary>
/// 答复: one word for some rows, by one statement however many they are. A basis that was repealed carries no entry any longer: it is not kept (政务数据共享条例 14);
/// one that was amended is kept only with a reason. A responsibility has no route to go again.
/// </summary>
internal sealed class AnswerRows(Store store, ReviewAccess access, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int MostTicked = 1000;

    public async Task<Result<RowsAnswered>> Run(long sheetId, int edit, RowsAnswer said, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return ReviewFaults.NotYours;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var found = await access.Own(sheetId, edit, SheetState.Answering, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<RowsAnswered>();
        if (FormChoice.Of<ReviewAnswer>(said.Answer) is not { } answer || answer == ReviewAnswer.None) return new Fault("lists.review.answer", "请选择保留、重新审核或建议移出。", "answer");
        if (said.Ids is { Count: > MostTicked }) return new Fault("lists.review.too-many", "一次最多勾选 1,000 条；更多请按筛选办理。", "id", FaultKind.TooLarge);
        if (ReviewFaults.OfReason(said.Reason, answer == ReviewAnswer.Remove) is { } fault) return fault;
        var (where, values) = said.Ids is null ? said.Filter.Where(sheetId) : ($"sheet_id = @sheet AND id IN ({string.Join(',', said.Ids.DefaultIfEmpty(0))})", [("sheet", sheetId)]);
        var chosen = (await store.Query($"SELECT count(*) FROM lists_review_rows WHERE {where}", r => r.GetInt32(0), cancel, values))[0];
        var count = await store.Execute($"UPDATE lists_review_rows SET answer = '{answer}', reason = @reason WHERE {where}{Fits(answer, said.Reason)}", cancel, [.. values, ("reason", said.Reason.Trim())]);
        if (count == 0) return chosen == 0 ? ReviewFaults.NoneChosen : Unfit(answer);
        at.Sheet.Touch(ids, clock);
        audit.Add(actor, ListsAudit.ReviewAnswered, new Subject(ListsAudit.ReviewKind, at.Review.Id, at.Review.Title), after: new { at.Sheet.UnitId, answer, Rows = count }, why: said.Reason.Trim());
        if (!await store.TrySave(cancel)) return ReviewFaults.Changed;
        await transaction.CommitAsync(cancel);
        return new RowsAnswered(count, chosen - count);
    }

    private static string Fits(ReviewAnswer answer, string reason) => answer switch
    {
        ReviewAnswer.Keep when reason.Trim().Length == 0 => " AND cause = 'None'",
        ReviewAnswer.Keep => " AND cause <> 'Repealed'",
        ReviewAnswer.ReviewAgain => " AND kind = 'Negative'",
        _ => "",
    };

    private static Fault Unfit(ReviewAnswer answer) => answer == ReviewAnswer.ReviewAgain
        ? new("lists.review.again.negative", "责任清单条目没有审核路线，请选择保留或建议移出。", "answer", FaultKind.Conflict)
        : new("lists.review.keep.basis", "依据已废止的不能保留，请重新审核或建议移出；依据已修订的，写明现在仍以哪一条为依据，才能保留。", "reason", FaultKind.Conflict);
}
