using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands.Files;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Lists.Demands;

/// <summary>The page of one demand, and its form: what is wanted, what is known, who said what, what this person may do.</summary>
internal sealed class ShowDemand(Store store, IOrganizationDirectory organizations, RuleProfiles rules, SignOffBook signOffs, DemandKnowledge knowledge, FindRepeats repeats, FindFiles files, CitedLaw law, DistrictData district)
{
    /// <summary>The demand, if this person may see it; <paramref name="all"/> as the form needs it.</summary>
    public async Task<Result<DemandView>> Run(long id, bool all, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var row = await FindDemands.Visible(store.Set<Demand>().AsNoTracking(), actor, own).SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (row is null) return DemandFaults.NotFound;
        var input = row.Input(await store.Set<DemandItem>().AsNoTracking().Where(i => i.DemandId == id).ToListAsync(cancel));
        var may = May(row, actor, own);
        if (may.Pass) may = may with { TakeByDistrict = actor.Is(Roles.UnitHead) && await district.Answers(row, cancel) is not null };
        // Earlier demands of the same unit help those who still decide about this one.
        var asked = may.Edit || may.Check ? units.Family(row.UnitId) : [];
        return new DemandView(
            FindDemands.Row(row, [.. input.Items.Select(i => i.Name)], units), input, row.UnitId, units.Find(row.UnitId)?.Name ?? "", units.Find(row.ProviderId)?.Name ?? "",
            await knowledge.Of(id, input, row.UnitId, asked, all, cancel), await signOffs.Of(ListsAudit.DemandKind, id, cancel), row.Edit, row.CreatedAt, row.SubmittedAt, Answer(row, units), may, await repeats.Of(id, actor, cancel),
            await files.For(id, actor, cancel), may.Edit || may.Consent || may.Check ? (await law.Doubt(input, cancel)) is { } doubt ? new Sentence(doubt.Text, doubt.Args) : null : null, units.Find(row.UnitId)?.Level == OrganizationLevel.District);
    }

    // The terms as the laws that apply to the provider set them; the clocks themselves run with the provider's answer.
    private Sentence? Answer(Demand row, UnitTree units)
    {
        if (units.Find(row.ProviderId) is not { } provider) return null;
        var timers = rules.For(provider.Kind).SelectMany(p => p.Timers).ToDictionary(t => t.Code);
        if (!row.InCatalog)
            return timers.TryGetValue("T7", out var outside) ? new("目录外的数据，责任部门收到需求后 {0} 个工作日内确认（{1}）。", outside.Amount, outside.Anchor.ToString()) : null;
        return timers.TryGetValue("T1", out var open) && timers.TryGetValue("T2", out var conditional)
            ? new("提供单位收到申请后，无条件共享的 {0} 个工作日内、有条件共享的 {1} 个工作日内答复（{2}）。", open.Amount, conditional.Amount, conditional.Anchor.ToString())
            : null;
    }

    private static DemandMay May(Demand row, Actor actor, long[] own)
    {
        var writes = own.Contains(row.UnitId) && actor.Is(Roles.Liaison, Roles.UnitHead);
        return new DemandMay(
            Writes: writes, Edit: writes && row.State is (DemandState.Draft or DemandState.Returned),
            Consent: writes && row.State == DemandState.AwaitingHead, OnPaperOnly: !actor.Is(Roles.UnitHead),
            Check: row.State == DemandState.InCheck && actor.Is(Roles.DataCentre),
            Pass: row.State == DemandState.AtDistrict && own.Contains(row.DistrictId) && actor.Is(Roles.Liaison, Roles.UnitHead),
            Withdraw: writes && DemandFlow.Find(row.State, DemandAct.Withdraw) is not null, Designate: DesignateProvider.Waits(row) && actor.Is(Roles.City),
            Follow: row.SubmittedAt is not null && row.State is not DemandState.AwaitingHead && (own.Contains(row.UnitId) || (own.Contains(row.ProviderId) && row.ListedAt is not null) || own.Contains(row.DistrictId) || actor.Is(Roles.SeeAll)));
    }
}
