using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Lists.Negatives;

/// <summary>The page of one entry: its route, its clause, what was checked, and what this person may do.</summary>
internal sealed class ShowNegative(Store store, IOrganizationDirectory organizations, RuleProfiles rules, PublishedCatalog catalog, SignOffBook signOffs, FindNegatives find, LegalRegister register, RowHistory history)
{
    private const int MostOthers = 10;

    // What everybody may know who sees an entry in force: how it came and how it ended.
    private static readonly string[] Public = [ListsAudit.NegativeListed.Code, ListsAudit.NegativeRemoved.Code];

    /// <summary>The entry, if this person may see it.</summary>
    public async Task<Result<NegativeView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var entry = await store.Set<Negative>().AsNoTracking().VisibleTo(actor, own).SingleOrDefaultAsync(n => n.Id == id, cancel);
        if (entry is null) return NegativeFaults.NotFound;
        var items = await store.Set<NegativeItem>().AsNoTracking().Where(i => i.NegativeId == id).OrderBy(i => i.Place).ToListAsync(cancel);
        var resource = entry.ResourceId == 0 ? null : (await catalog.Of([entry.ResourceId], cancel)).SingleOrDefault();
        var signed = await signOffs.Of(ListsAudit.NegativeKind, id, cancel);
        var demands = entry.ResourceId == 0 ? [] : await Demands(entry.ResourceId, actor, own, cancel);
        var all = own.Contains(entry.ProviderId) || actor.Is(Roles.SeeAll);
        var past = await history.Of(ListsAudit.NegativeKind, id, all ? null : Public, cancel);
        if (all && entry.ResourceId != 0 && entry.ReplacesId == 0 && !past.Exists(e => e.What == ListsAudit.NegativeProposed.Text)) past.Add(new PastEvent(entry.CreatedAt, "生成拟列入", "系统", ""));
        var others = await Others(entry, actor, units, cancel);
        var clause = entry.BasisClauseId == 0 ? null : await register.Find(entry.BasisClauseId, cancel);
        var successor = await store.Set<Negative>().Where(n => n.ReplacesId == id && n.State != NegativeState.Rejected && n.State != NegativeState.Removed).Select(n => n.Id).SingleOrDefaultAsync(cancel);
        var verdict = entry.Verdict(rules, units);
        return new NegativeView(
            find.Row(entry, [.. items.Select(i => i.Name)], units), entry.Edit, entry.Step, units.Find(entry.ProviderId)?.Name ?? "", entry.ResourceId, resource?.Items.Count ?? 0,
            [.. items.Select(i => new NegativeItemView(i.Id, i.Name))], entry.Impact, DecisiveWords.Split(entry.BasisText), entry.StateToday().Text(), Tone(entry.StateToday()), entry.BasisEffectiveOn,
            $"{entry.Ban}", entry.Ban.Text(), entry.LegalOpinion, entry.ReviewOn, entry.DecidedBy, entry.DecidedAt,
            NegativeSteps.Of(entry, signed), NegativeChecks.Of(entry, items, resource, signed, verdict, clause), verdict.Blocks, signed, past, others, demands, entry.ResourceVersion, May(entry, successor, actor, own), entry.ReplacesId, successor,
            entry is { State: NegativeState.InForce, ReviewCause: not ReviewCause.None } ? new(entry.ReviewCause.Text(), entry.ReviewLaw, entry.BasisClause, entry.ReviewChangedOn) : null);
    }

    private async Task<IReadOnlyList<NegativeDemandView>> Demands(long resource, Actor actor, long[] own, CancellationToken cancel) =>
        await store.Set<DemandItem>().Where(i => i.ResourceId == resource)
            .Join(FindDemands.Visible(store.Set<Demand>(), actor, own).Where(d => d.State != DemandState.Draft && d.State != DemandState.Withdrawn), i => i.DemandId, d => d.Id, (i, d) => new { d.Id, d.Number, d.Name })
            .Distinct().OrderByDescending(d => d.Id).Select(d => new NegativeDemandView(d.Id, d.Number ?? "", d.Name)).ToListAsync(cancel);

    // 同批待审: what else waits for the authority, so that a meeting can settle it together.
    private async Task<IReadOnlyList<NegativeRow>> Others(Negative entry, Actor actor, UnitTree units, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City) || entry.Step != NegativeRoute.Authority) return [];
        var waiting = await store.Set<Negative>().AsNoTracking().Where(n => n.State == NegativeState.InRoute && n.Step == NegativeRoute.Authority && n.Id != entry.Id)
            .OrderBy(n => n.ChangedAt).Take(MostOthers).ToListAsync(cancel);
        return [.. waiting.Select(n => find.Row(n, [], units))];
    }

    private static NegativeMay May(Negative entry, long successor, Actor actor, long[] own)
    {
        var mine = own.Contains(entry.ProviderId);
        var inside = entry.State == NegativeState.InRoute && entry.Step != NegativeRoute.Authority && mine;
        var signs = inside && NegativeRoute.Find(entry.State, entry.Step, NegativeAct.Agree) is { } move && actor.Is(move.Role);
        return new NegativeMay(
            Edit: mine && actor.Is(Roles.Liaison) && entry.State is (NegativeState.Candidate or NegativeState.Returned),
            Sign: signs || (inside && actor.Is(Roles.Liaison)), OnPaperOnly: !signs,
            Decide: entry is { State: NegativeState.InRoute, Step: NegativeRoute.Authority } && actor.Is(Roles.Authority),
            Remove: entry.State == NegativeState.InForce && actor.Is(Roles.Authority),
            Review: entry.State == NegativeState.InForce && successor == 0 && mine && actor.Is(Roles.Liaison));
    }

    private static Tone Tone(BasisState state) => state switch
    {
        BasisState.InEffect => Platform.Web.Tone.Ok,
        BasisState.Repealed => Platform.Web.Tone.Bad,
        _ => Platform.Web.Tone.Warn,
    };
}
