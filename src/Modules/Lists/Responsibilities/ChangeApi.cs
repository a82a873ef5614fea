using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Responsibilities.Rules;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Changes of the 责任清单 for programs.</summary>
internal static class ChangeApi
{
    private const int Most = 200;

    public static void MapChangeApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/lists/changes", List).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("changes").Produces<ChangesAnswer>().WithSummary("变更待确认，按 id 翻页 / open changes, by keyset");
        var decide = routes.MapGroup("/api/v1/lists").RequireAuthorization(p => p.RequireRole([Roles.Liaison, Roles.UnitHead, .. Roles.City])).WithTags("changes");
        decide.MapPost("/responsibilities/{id:long}/changes", Propose).Produces<MadeAnswer>(StatusCodes.Status201Created).WithSummary("提出暂停、恢复或移出 / ask that a row be suspended, resumed or removed");
        decide.MapDelete("/changes/{id:long}", TakeBack).Produces(StatusCodes.Status204NoContent).WithSummary("撤回提出的变更 / take a proposal back");
        decide.MapPost("/changes/decisions", Decide).Produces<Decided>().WithSummary("确认或不采纳 / confirm or refuse");
        decide.MapGet("/change-rules", async (KeepRule keep, Actor actor, CancellationToken cancel) => TypedResults.Ok(await keep.Kept(actor, cancel))).WithSummary("自动确认规则 / kept rules");
        decide.MapPost("/change-rules", Keep).Produces<MadeAnswer>(StatusCodes.Status201Created).WithSummary("设定自动确认规则 / keep a rule");
        decide.MapPut("/change-rules/{id:long}/keeper", TakeOver).Produces(StatusCodes.Status204NoContent).WithSummary("接手暂停执行的规则 / take over a rule that rests");
        decide.MapDelete("/change-rules/{id:long}", End).Produces(StatusCodes.Status204NoContent).WithSummary("停用自动确认规则 / end a rule");
    }

    private static async Task<IResult> List(Store store, ShowChanges show, IOrganizationDirectory organizations, Actor actor, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var units = await organizations.Tree(cancel);
        var (all, own, take) = (actor.Is(Roles.SeeAll), units.Family(actor.UnitId), Math.Clamp(limit, 1, Most));
        var rows = await store.Set<EntryChange>().AsNoTracking().Where(c => c.State == EntryChangeState.Open && c.Id > after && (all || own.Contains(c.ProviderId))).OrderBy(c => c.Id).Take(take)
            .Join(store.Set<Entry>().AsNoTracking(), c => c.EntryId, e => e.Id, (c, e) => new { Change = c, Entry = e }).OrderBy(r => r.Change.Id).Select(r => new ChangeOfRow(r.Change, r.Entry)).ToListAsync(cancel);
        return TypedResults.Ok(new ChangesAnswer(await show.Run(rows, units, actor, cancel), rows.Count == take ? rows[^1].Change.Id : null));
    }

    private static async Task<IResult> Propose(long id, ChangeOrder order, ProposeChange propose, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await propose.Run(id, order.Kind, order.Reason, order.Anchor, actor, cancel);
        return result.TryGet(out var made) ? TypedResults.Created($"/api/v1/lists/changes?after={made - 1}", new MadeAnswer(made)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> TakeBack(long id, ProposeChange propose, Translator t, Actor actor, CancellationToken cancel) =>
        (await propose.TakeBack(id, actor, cancel)) is var result && result.Ok ? TypedResults.NoContent() : ProblemAnswers.From(result.Faults, t);

    private static async Task<IResult> Decide(ChangeDecision order, DecideChanges decide, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = order.Confirms ? await decide.Confirm(order.Ids, actor, cancel) : await decide.Reject(order.Ids, order.Why, actor, cancel);
        return result.TryGet(out var done) ? TypedResults.Ok(done) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> Keep(RuleOrder order, KeepRule keep, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await keep.Run(order.Fields ?? [], order.Everywhere, order.Note, actor, cancel);
        return result.TryGet(out var made) ? TypedResults.Created("/api/v1/lists/change-rules", new MadeAnswer(made)) : ProblemAnswers.From(result.Faults, t);
    }

    private static async Task<IResult> TakeOver(long id, KeepRule keep, Translator t, Actor actor, CancellationToken cancel) =>
        (await keep.TakeOver(id, actor, cancel)) is var result && result.Ok ? TypedResults.NoContent() : ProblemAnswers.From(result.Faults, t);

    private static async Task<IResult> End(long id, KeepRule keep, Translator t, Actor actor, CancellationToken cancel) =>
        (await keep.End(id, actor, cancel)) is var result && result.Ok ? TypedResults.NoContent() : ProblemAnswers.From(result.Faults, t);
}

/// <summary>A proposal: <c>Suspend</c>, <c>Resume</c> or <c>Remove</c>, why, and what it stands on.</summary>
internal sealed record ChangeOrder(string Kind = "", string Reason = "", string Anchor = "");

/// <summary>A decision over some changes; a refusal owes its reason.</summary>
internal sealed record ChangeDecision(IReadOnlyList<long> Ids, bool Confirms = true, string Why = "");

/// <summary>A rule: which fields alone may be altered, why, for all units or the own one.</summary>
internal sealed record RuleOrder(IReadOnlyList<string>? Fields = null, bool Everywhere = false, string Note = "");

/// <summary>Open changes. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record ChangesAnswer(IReadOnlyList<EntryChangeView> Items, long? Next);
