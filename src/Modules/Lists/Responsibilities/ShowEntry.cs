using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>One row with everything that answers why it is here: catalogue row, demands, rule, law, who decided, and what happened since.</summary>
internal sealed class ShowEntry(Store store, IOrganizationDirectory organizations, LegalRegister laws, ShowChanges show, DecisionBook decisions, RowHistory history, FindingBook findings)
{
    /// <summary>The row, if this person may see it.</summary>
    public async Task<Result<EntryView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await store.Set<Entry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null || !EntryAccess.MaySee(actor, units, row.State, row.ProviderId)) return EntryFaults.NotFound;
        var items = await store.Set<EntryItem>().AsNoTracking().Where(i => i.EntryId == id).OrderBy(i => i.Place).ToListAsync(cancel);
        var changes = await store.Set<EntryChange>().AsNoTracking().Where(c => c.EntryId == id).OrderByDescending(c => c.Id).Take(20).ToListAsync(cancel);
        var rule = GenerationRules.Explain(row.Rule);
        var may = EntryAccess.MayChange(actor, units, row.ProviderId);
        return new EntryView(
            Row(row, items.Count, changes.Any(c => c.State == EntryChangeState.Open), units), units.Find(row.ProviderId)?.Name ?? "", row.ProviderId, row.ShareCondition, row.ShareWays, row.DataLevel, row.SystemName,
            new EntryDutyView(row.DutyType.Text(), row.PromisedOn, row.Contact, row.Note, DeclaredPart.Texts(row.Elements)), row.ResourceId, row.DraftId, row.ResourceVersion, (rule.Text, rule.Anchor),
            await Clause(rule.Anchor, rule.Words, cancel), await Demands(row, cancel),
            items.ConvertAll(i => new EntryItemView(i.Place, i.Name, i.Share?.Name() ?? "未定", i.ShareCondition)), await show.Run(changes.ConvertAll(c => new ChangeOfRow(c, row)), units, actor, cancel), await Findings(row, actor, cancel),
            await History(row, cancel), row.DecidedBy, row.DecidedAt, row.State.ToString(), may, may ? await Undoable(row, actor, cancel) : 0)
        {
            City = actor.Is(Roles.City), Proposable = !may || changes.Exists(c => c.State == EntryChangeState.Open) ? [] : [.. ProposeChange.Fits(row.State).Select(k => new Option($"{k}", k.Text()))],
        };
    }

    // 《上海市数据条例》第三十八条 is looked up by its two parts; a rule of our own has no article.
    private async Task<EntryClause?> Clause(string anchor, string words, CancellationToken cancel)
    {
        if (anchor.Split('《', '》') is not ["", var law, var article] || await laws.Search($"{law} {article}", 1, cancel) is not [var clause, ..]) return null;
        return new EntryClause(clause.Law, clause.ArticleName, DecisiveWords.Mark(clause.Text, words));
    }

    private static EntryRow Row(Entry e, int items, bool changing, UnitTree units) => new(
        e.Id, e.Number ?? "", e.Name, e.Code, units.ShortName(e.ProviderId), e.Share?.Name() ?? "", e.ShareStated, items, e.Frequency?.Name() ?? "", e.Origin.Text(), e.State.Text(), e.State.Tone(), changing);

    private async Task<IReadOnlyList<EntryDemandView>> Demands(Entry row, CancellationToken cancel)
    {
        if (row.OriginDemandIds.Length == 0) return [];
        var ids = row.OriginDemandIds.Split(',').Select(d => long.Parse(d, CultureInfo.InvariantCulture)).ToList();
        return await store.Set<Demand>().AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id).Select(d => new EntryDemandView(d.Id, d.Number ?? "")).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<EntryFindingView>> Findings(Entry row, Actor actor, CancellationToken cancel)
    {
        if (row.State is not (EntryState.Candidate or EntryState.InForce)) return [];
        var found = row.ResourceId == 0 ? await findings.OfEntry(row.ProviderId, row.Id, actor, cancel) : await findings.OfResource(row.ResourceId, actor, cancel);
        return [.. found.Select(f => new EntryFindingView(f.Kind.Title, f.Kind.Text, f.Args, f.Kind.Severity.Tone()))];
    }

    private async Task<IReadOnlyList<PastEvent>> History(Entry row, CancellationToken cancel)
    {
        var events = await history.Of(ListsAudit.EntryKind, row.Id, null, cancel);
        if (row.Origin != EntryOrigin.Manual) events.Add(new PastEvent(row.CreatedAt, "生成拟列入", "系统", ""));
        return events;
    }

    private async Task<long> Undoable(Entry row, Actor actor, CancellationToken cancel) =>
        row.DecisionId != 0 && (await decisions.Undoable(row.DecisionId, actor, cancel)).TryGet(out var decision) && UndoDecision.Knows(decision.Kind) ? row.DecisionId : 0;
}
