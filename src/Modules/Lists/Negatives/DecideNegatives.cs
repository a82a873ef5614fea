using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Lists.Negatives;

/// <summary>What the authority rules on one entry, or on several at one meeting.</summary>
/// <param name="Act">同意列入, 收窄, 退回补正 or 不同意列入.</param>
/// <param name="Opinion">Owed with all but plain consent.</param>
/// <param name="Minutes">会议纪要 number, quoted with each entry.</param>
/// <param name="Keep">Ids of the entry's items that stay, when it is narrowed.</param>
/// <param name="Ban">How the authority reads the clause; undecided leaves the unit's reading.</param>
/// <param name="Alternatives">Other ways that applicants are shown; null leaves the unit's.</param>
/// <param name="InEffect">The authority states that the basis is the law today; kept as the state of the basis.</param>
internal sealed record NegativeRuling(
    NegativeAct Act, string Opinion, string Minutes = "", IReadOnlyCollection<long>? Keep = null, BanKind Ban = BanKind.Undecided, IReadOnlyList<string>? Alternatives = null, bool InEffect = false);

/// <summary>
/// 审核 by the authority (上海市数据条例 38): the last step of the route, for one entry or for all that a meeting settled. All are decided or none.
/// What comes into force leaves the 责任清单 in the same transaction.
/// </summary>
internal sealed class DecideNegatives(
    Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, RuleProfiles rules, SignOffBook signOffs, DecisionBook decisions, NumberSeries numbers, GenerationOrders generation, TakeOffForbidden takeOff)
{
    /// <summary>Rules on the entries; returns how many.</summary>
    public async Task<Result<int>> Run(IReadOnlyCollection<long> entries, NegativeRuling ruling, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return NegativeFaults.NotYours;
        var rows = await store.Set<Negative>().Where(n => entries.Contains(n.Id)).OrderBy(n => n.Id).ToListAsync(cancel);
        if (rows.Count == 0 || rows.Count != entries.Distinct().Count()) return NegativeFaults.NotFound;
        var items = (await store.Set<NegativeItem>().Where(i => entries.Contains(i.NegativeId)).ToListAsync(cancel)).ToLookup(i => i.NegativeId);
        var units = await organizations.Tree(cancel);
        var verdict = new SignOffInput(ruling.Act is NegativeAct.Agree or NegativeAct.Narrow, Opinion(ruling));
        var faults = signOffs.Check(verdict);
        if (ruling.Minutes.Length > 100) faults.Add(new("lists.negative.minutes.too-long", "会议纪要文号不超过 100 字。", "minutes"));
        if (ClassificationMarks.Refusal(ruling.Minutes, "minutes") is { } marked) faults.Add(marked);
        if (ruling.Act == NegativeAct.Narrow) faults.AddRange(Narrowing(rows, items, ruling));
        foreach (var row in rows) faults.AddRange(Against(row, ruling, units, alone: rows.Count == 1));
        if (faults.Count > 0) return faults;

        await using var transaction = await turn.Begin(cancel);
        var decision = decisions.Add(actor, "lists.negative.decide", $"{NegativeState.InRoute.Text()} · {rows.Count}", ruling.Opinion, ruling.Minutes.Trim());
        decision.RowCount = rows.Count;
        foreach (var row in rows) await Apply(row, items[row.Id], ruling, verdict, decision, units, actor, cancel);
        await Replace(rows.FindAll(r => r.ReplacesId != 0 && r.State == NegativeState.InForce), decision, actor, cancel);
        await generation.About(rows.Select(r => (r.ProviderId, r.ResourceId)).ToList(), actor, cancel);
        if (!await store.TrySave(cancel)) return NegativeFaults.ChangedMeanwhile;
        await takeOff.Run([.. rows.Where(r => r.State == NegativeState.InForce).Select(r => Ban(r, items[r.Id], ruling))], decision, actor, cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return rows.Count;
    }

    private async Task Apply(Negative row, IEnumerable<NegativeItem> items, NegativeRuling ruling, SignOffInput verdict, Decision decision, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var before = new { row.State, row.Step };
        row.Move(NegativeRoute.Find(row.State, row.Step, ruling.Act)!);
        if (ruling.Act == NegativeAct.Narrow)
        {
            var narrowed = items.Where(i => !ruling.Keep!.Contains(i.Id)).ToList();
            row.Narrowed = string.Join(',', narrowed.Where(i => i.ItemId != 0).Select(i => i.ItemId));
            store.RemoveRange(narrowed);
        }
        if (ruling.Alternatives is { } ways) row.Alternatives = string.Join('；', ways);
        if (row.State == NegativeState.InForce)
        {
            if (row.Number is null && units.Find(row.ProviderId)?.Code is { } code) row.Number = await numbers.Next(NumberSeries.Negatives(code), cancel);
            row.ReviewOn = clock.Today().AddYears(1);
        }
        row.DecisionId = decision.Id;
        row.DecidedBy = actor.Name;
        row.DecidedAt = clock.GetUtcNow();
        row.Touch(ids, clock);
        decisions.Touch(decision, ListsAudit.NegativeKind, row.Id, before.State.ToString(), row.Edit);
        var signed = signOffs.Add(actor, ListsAudit.NegativeKind, row.Id, NegativeRoute.Authority, verdict);
        audit.Add(actor, Action(row.State), ListsAudit.Of(row), before, new { row.State, row.Number, row.Ban, row.BasisState, Kept = ruling.Keep, SignOff = signed.Evidence() }, verdict.Opinion);
    }

    // 重新审核: the entry that was reviewed again leaves with its successor's coming.
    private async Task Replace(List<Negative> listed, Decision decision, Actor actor, CancellationToken cancel)
    {
        var former = listed.ConvertAll(r => r.ReplacesId);
        foreach (var row in await store.Set<Negative>().Where(n => former.Contains(n.Id) && n.State == NegativeState.InForce).ToListAsync(cancel))
        {
            row.Move(NegativeRoute.Find(row.State, row.Step, NegativeAct.Remove)!);
            (row.DecisionId, row.DecidedBy, row.DecidedAt) = (decision.Id, actor.Name, clock.GetUtcNow());
            row.Touch(ids, clock);
            audit.Add(actor, ListsAudit.NegativeRemoved, ListsAudit.Of(row), new { State = NegativeState.InForce }, new { row.State }, "重新审核后由新的条目替代");
        }
    }

    private static Ban Ban(Negative row, IEnumerable<NegativeItem> items, NegativeRuling ruling) =>
        new(row.ProviderId, row.ResourceId, row.Name, [.. items.Where(i => ruling.Act != NegativeAct.Narrow || ruling.Keep!.Contains(i.Id)).Select(i => (i.ItemId, i.Name))]);

    private static AuditAction Action(NegativeState state) => state switch
    {
        NegativeState.InForce => ListsAudit.NegativeListed,
        NegativeState.Returned => ListsAudit.NegativeReturned,
        _ => ListsAudit.NegativeRefused,
    };

    private static IEnumerable<Fault> Narrowing(List<Negative> rows, ILookup<long, NegativeItem> items, NegativeRuling ruling)
    {
        var own = items[rows[0].Id].Select(i => i.Id).ToHashSet();
        if (rows.Count > 1) yield return new("lists.negative.narrow.one", "收窄要逐条办理，不能整批。", "act");
        else if (ruling.Keep is not { Count: > 0 } keep || !keep.All(own.Contains) || keep.Count == own.Count)
            yield return new("lists.negative.narrow.items", "收窄时请勾选留在负面清单的数据项：至少留一项，至少退出一项。", "keep");
        if (ruling.Opinion.Trim().Length == 0) yield return new("lists.negative.narrow.opinion", "收窄时请写明理由。", "opinion");
    }

    // What stands against one entry; in a batch each refusal names its entry.
    private List<Fault> Against(Negative row, NegativeRuling ruling, UnitTree units, bool alone)
    {
        if (NegativeRoute.Find(row.State, row.Step, ruling.Act) is null) return [alone ? NegativeFaults.NotNow : Named(row, NegativeFaults.NotNow)];
        if (ruling.Act is NegativeAct.Return or NegativeAct.Refuse) return [];
        if (ruling.Ban != BanKind.Undecided) row.Ban = ruling.Ban;
        if (ruling.InEffect && row.BasisState is BasisState.Unknown or BasisState.Amended) row.BasisState = BasisState.InEffect;
        List<Fault> faults = [.. row.Verdict(rules, units).Blocks, .. NegativeVerdict.BeforeListing(row.Facts())];
        return alone ? faults : faults.ConvertAll(f => Named(row, f));
    }

    private static Fault Named(Negative row, Fault fault) => new(fault.Code, "“{0}”：{1}", null, fault.Kind, row.Name, fault.Text);

    private static string Opinion(NegativeRuling ruling) =>
        ruling.Minutes.Trim() is { Length: > 0 } minutes && ruling.Opinion.Trim() is { Length: > 0 } opinion ? $"{opinion}（{minutes}）" : $"{ruling.Opinion}{ruling.Minutes}".Trim();
}
