using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>What a program asks to confirm: rows by id, or all candidates of a filter.</summary>
/// <param name="Ids">Rows; null for all of the filter.</param>
/// <param name="Unit">Provider.</param>
/// <param name="Share">Share property, or none.</param>
/// <param name="Basis">stated or inferred.</param>
/// <param name="Q">Words.</param>
internal sealed record ConfirmationOrder(IReadOnlyList<long>? Ids = null, long Unit = 0, string? Share = null, string? Basis = null, string? Q = null);

/// <summary>The 责任清单 for programs.</summary>
internal static class EntryApi
{
    private const int Most = 200;

    public static void MapEntryApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/lists/responsibilities").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("responsibilities");
        read.MapGet("", List).WithMetadata(new QueryNames("tab", "unit", "share", "basis", "frequency", "q")).WithSummary("责任清单，按 id 翻页 / entries, by keyset");
        read.MapGet("/{id:long}", Get).Produces<OneEntryAnswer>().WithSummary("一条责任清单 / one entry");
        var decide = routes.MapGroup("/api/v1/lists/responsibilities/confirmations").RequireAuthorization(p => p.RequireRole([Roles.Liaison, Roles.UnitHead, .. Roles.City])).WithTags("responsibilities");
        decide.MapPost("", Confirm).Produces<Decided>().WithSummary("批量确认拟列入 / confirm candidates");
        decide.MapDelete("/{decision:long}", Undo).Produces<UndoneAnswer>().WithSummary("撤销一次确认 / undo a confirmation");
    }

    private static async Task<Ok<EntriesAnswer>> List(Store store, IOrganizationDirectory organizations, HttpContext http, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var units = await organizations.Tree(cancel);
        var (where, values) = EntryFilter.From(new QueryState(http)).Where(units);
        var visible = actor.Is(Roles.SeeAll) ? "" : $" AND (state = 'InForce' OR provider_id IN ({string.Join(',', units.Family(actor.UnitId))}))";
        var take = Math.Clamp(limit, 1, Most);
        var ids = await store.Query($"SELECT id FROM lists_entries WHERE {where}{visible} AND id > @after ORDER BY id LIMIT @take", r => r.GetInt64(0), cancel, [.. values, ("after", after), ("take", take)]);
        var rows = await store.Set<Entry>().AsNoTracking().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(cancel);
        return TypedResults.Ok(new EntriesAnswer([.. rows.Select(e => EntryAnswer.Of(e, units))], rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, Translator t, Store store, IOrganizationDirectory organizations, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await store.Set<Entry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null || !EntryAccess.MaySee(actor, units, row.State, row.ProviderId)) return ProblemAnswers.From([EntryFaults.NotFound], t);
        var items = await store.Set<EntryItem>().AsNoTracking().Where(i => i.EntryId == id).OrderBy(i => i.Place).Select(i => new EntryItemAnswer(i.Place, i.ItemId, i.Name, i.Share, i.ShareCondition)).ToListAsync(cancel);
        http.Response.Headers.ETag = $"\"{row.Edit}\"";
        return TypedResults.Ok(new OneEntryAnswer(EntryAnswer.Of(row, units), items));
    }

    private static async Task<IResult> Confirm(ConfirmationOrder order, ConfirmCandidates confirm, Translator t, Actor actor, CancellationToken cancel)
    {
        var asked = new Dictionary<string, string?> { ["tab"] = nameof(EntryState.Candidate), ["unit"] = $"{order.Unit}", ["share"] = order.Share, ["basis"] = order.Basis, ["q"] = order.Q };
        var result = await confirm.Run(new EntryChoice(order.Ids, EntryFilter.From(asked.GetValueOrDefault)), actor, cancel);
        return result.TryGet(out var done) ? TypedResults.Ok(done) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Undo(long decision, UndoDecision undo, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await undo.Run(decision, actor, cancel);
        return result.TryGet(out var count) ? TypedResults.Ok(new UndoneAnswer(count)) : ProblemAnswers.From(result.Faults, t);
    }
}
