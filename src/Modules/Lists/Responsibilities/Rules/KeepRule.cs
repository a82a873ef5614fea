using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities.Rules;

/// <summary>Keeps rules, takes them over and ends them: a unit for its own rows, the city for all.</summary>
internal sealed class KeepRule(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, RoleHolders holders)
{
    private const int MostNote = 200, MostRules = 20;

    private static readonly Fault NotFound = new("lists.change-rule.not-found", "没有这条规则，或者它已经停用。", null, FaultKind.NotFound);

    /// <summary>Keeps a rule for the actor's unit, for all units when a person of the city wants so.</summary>
    public async Task<Result<long>> Run(IReadOnlyCollection<string> fields, bool everywhere, string note, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead) && !actor.Is(Roles.City)) return EntryFaults.NotYours;
        var unit = everywhere && actor.Is(Roles.City) ? 0 : actor.UnitId;
        var faults = new List<Fault>();
        if (fields.Count == 0 || !fields.All(ChangeRule.Allowed.Contains)) faults.Add(new("lists.change-rule.fields", "请勾选只改动哪些内容时自动确认。", "fields"));
        if (note.Trim().Length == 0) faults.Add(new("lists.change-rule.note.required", "请写明为什么可以自动确认。", "note"));
        else if (note.Length > MostNote) faults.Add(new("lists.change-rule.note.too-long", "说明不超过 {0} 字。", "note", FaultKind.Invalid, MostNote));
        else if (ClassificationMarks.Refusal(note, "note") is { } marked) faults.Add(marked);
        if (await store.Set<ChangeRule>().CountAsync(r => r.UnitId == unit && r.EndedAt == null, cancel) >= MostRules) faults.Add(new("lists.change-rule.too-many", "规则太多，请先停用不再需要的。", null, FaultKind.Conflict));
        if (faults.Count > 0) return faults;
        var rule = new ChangeRule
        {
            Id = ids.Next(), UnitId = unit, Fields = string.Join('；', ChangeRule.Allowed.Where(fields.Contains)), Note = note.Trim(), PersonId = actor.PersonId, Person = actor.Name, PersonUnitId = actor.UnitId, At = clock.GetUtcNow(),
        };
        store.Add(rule);
        audit.Add(actor, ListsAudit.RuleKept, Of(rule), after: new { rule.UnitId, rule.Fields, rule.Note });
        await store.SaveChangesAsync(cancel);
        return rule.Id;
    }

    /// <summary>Goes on with a rule that rests in the actor's name: whoever may decide what it confirms.</summary>
    public async Task<Result<Done>> TakeOver(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await Own(id, actor, units, cancel) is not { } rule) return NotFound;
        if (!await Rests(rule, units, cancel)) return new Fault("lists.change-rule.works", "这条规则没有暂停执行，不用接手。", null, FaultKind.Conflict);
        var before = new { rule.Person };
        (rule.PersonId, rule.Person, rule.PersonUnitId) = (actor.PersonId, actor.Name, actor.UnitId);
        audit.Add(actor, ListsAudit.RuleTakenOver, Of(rule), before, new { rule.Person });
        await store.SaveChangesAsync(cancel);
        return new Done();
    }

    /// <summary>Ends a rule: its unit's people, or the city.</summary>
    public async Task<Result<Done>> End(long id, Actor actor, CancellationToken cancel)
    {
        if (await Own(id, actor, await organizations.Tree(cancel), cancel) is not { } rule) return NotFound;
        (rule.EndedAt, rule.EndedBy) = (clock.GetUtcNow(), actor.Name);
        audit.Add(actor, ListsAudit.RuleEnded, Of(rule), before: new { rule.Fields, rule.Note });
        await store.SaveChangesAsync(cancel);
        return new Done();
    }

    /// <summary>The rules that concern a person: those of the own unit and those for all; the city sees every one.</summary>
    public async Task<IReadOnlyList<RuleView>> Kept(Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var (all, own) = (actor.Is(Roles.SeeAll), units.Family(actor.UnitId));
        var rules = await store.Set<ChangeRule>().AsNoTracking().Where(r => r.EndedAt == null && (all || r.UnitId == 0 || own.Contains(r.UnitId))).OrderBy(r => r.Id).ToListAsync(cancel);
        var keepers = await holders.Actors(rules.ConvertAll(r => r.PersonId), units, cancel);
        return rules.ConvertAll(r => new RuleView(
            r.Id, r.UnitId == 0 ? "" : units.ShortName(r.UnitId), r.Fields.Split('；'), r.Note, r.Person, r.At, EntryAccess.MayChange(actor, units, r.UnitId), !r.MayBeKeptBy(keepers.GetValueOrDefault(r.PersonId), units)));
    }

    private async Task<ChangeRule?> Own(long id, Actor actor, UnitTree units, CancellationToken cancel) =>
        await store.Set<ChangeRule>().SingleOrDefaultAsync(r => r.Id == id && r.EndedAt == null, cancel) is { } rule && EntryAccess.MayChange(actor, units, rule.UnitId) ? rule : null;

    private async Task<bool> Rests(ChangeRule rule, UnitTree units, CancellationToken cancel) => !rule.MayBeKeptBy((await holders.Actors([rule.PersonId], units, cancel)).GetValueOrDefault(rule.PersonId), units);

    private static Subject Of(ChangeRule rule) => new(ChangeRule.AuditKind, rule.Id, rule.Note);
}

/// <summary>A rule as pages show it. <paramref name="Unit"/> is empty for all units.</summary>
/// <param name="MayEnd">The reader may end it, and take it over while it rests.</param>
/// <param name="Rests">Whoever keeps it may not confirm any more: it confirms nothing until somebody takes it over.</param>
public sealed record RuleView(long Id, string Unit, IReadOnlyList<string> Fields, string Note, string Person, DateTimeOffset At, bool MayEnd, bool Rests);
