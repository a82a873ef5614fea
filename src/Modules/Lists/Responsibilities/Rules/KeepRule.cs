using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities.Rules;

/// <summary>Keeps and ends rules: a unit for its own rows, the city for all.</summary>
internal sealed class KeepRule(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    private const int MostNote = 200, MostRules = 20;

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

    /// <summary>Ends a rule: its unit's people, or the city.</summary>
    public async Task<Result<Done>> End(long id, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var rule = await store.Set<ChangeRule>().SingleOrDefaultAsync(r => r.Id == id && r.EndedAt == null, cancel);
        if (rule is null || !(actor.Is(Roles.City) || (actor.Is(Roles.Liaison, Roles.UnitHead) && own.Contains(rule.UnitId)))) return new Fault("lists.change-rule.not-found", "没有这条规则，或者它已经停用。", null, FaultKind.NotFound);
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
        return rules.ConvertAll(r => new RuleView(r.Id, r.UnitId == 0 ? "" : units.ShortName(r.UnitId), r.Fields.Split('；'), r.Note, r.Person, r.At, actor.Is(Roles.City) || (actor.Is(Roles.Liaison, Roles.UnitHead) && own.Contains(r.UnitId))));
    }

    private static Subject Of(ChangeRule rule) => new(ChangeRule.AuditKind, rule.Id, rule.Note);
}

/// <summary>A rule as pages show it. <paramref name="Unit"/> is empty for all units.</summary>
public sealed record RuleView(long Id, string Unit, IReadOnlyList<string> Fields, string Note, string Person, DateTimeOffset At, bool MayEnd);
