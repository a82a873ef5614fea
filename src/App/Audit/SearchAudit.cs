using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;

namespace Qingdan.App.Audit;

/// <summary>Finds events, newest first. Ids grow with time, so the next page begins where the last ended.</summary>
internal sealed class SearchAudit(Store store, IOrganizationDirectory directory, IEnumerable<AuditAction> actions, AuditFields fields)
{
    private readonly Dictionary<string, string> _actions = actions.DistinctBy(a => a.Code).ToDictionary(a => a.Code, a => a.Text);

    public async Task<AuditView> Page(AuditFilter filter, CancellationToken cancel)
    {
        var events = await (await Fitting(filter, cancel)).Take(AuditView.Size + 1).ToListAsync(cancel);
        var last = await store.Set<AuditEvent>().MaxAsync(e => e.Seal, cancel) ?? 0;
        var open = await store.Set<AuditEvent>().CountAsync(e => e.Seal == null, cancel);
        return new AuditView(
            [.. events.Take(AuditView.Size).Select(Row)], events.Count > AuditView.Size ? events[AuditView.Size - 1].Id : null, last, open, [.. _actions.OrderBy(a => a.Key, StringComparer.Ordinal)]);
    }

    public async Task<AuditEventView?> One(long id, CancellationToken cancel)
    {
        if (await store.Set<AuditEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } e) return null;
        var tree = await directory.Tree(cancel);
        return new AuditEventView(Row(e), e.Digest, new AuditDifference(fields, id => tree.Find(id)?.Name).Of(e));
    }

    /// <summary>True when more than <paramref name="most"/> fit.</summary>
    public async Task<bool> Exceeds(AuditFilter filter, int most, CancellationToken cancel) => await (await Fitting(filter, cancel)).Skip(most).AnyAsync(cancel);

    /// <summary>All that fit, without holding them.</summary>
    public async IAsyncEnumerable<AuditEvent> All(AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var e in (await Fitting(filter, cancel)).AsAsyncEnumerable().WithCancellation(cancel)) yield return e;
    }

    public string ActionName(string code) => _actions.GetValueOrDefault(code, code);

    private async Task<IQueryable<AuditEvent>> Fitting(AuditFilter filter, CancellationToken cancel)
    {
        var events = store.Set<AuditEvent>().AsNoTracking();
        if (filter.Unit is { } unit)
        {
            var tree = await directory.Tree(cancel);
            var family = tree.Resolve(unit) is { } id ? tree.Family(id) : [];
            events = events.Where(e => family.Contains(e.UnitId));
        }
        if (filter.Person is { } person) events = events.Where(e => e.ActorName.Contains(person));
        if (filter.Action is { } action) events = events.Where(e => e.Action == action);
        if (filter.Kind is { } kind) events = events.Where(e => e.SubjectKind == kind);
        if (filter.Subject is { } subject) events = events.Where(e => e.SubjectId == subject);
        if (filter.From is { Year: > 1970 } from && Start(from) is var begin) events = events.Where(e => e.At >= begin);
        if (filter.To is { Year: < 9000 } to && Start(to.AddDays(1)) is var end) events = events.Where(e => e.At < end);
        if (filter.Words is { } words) events = events.Where(e => e.SubjectName.Contains(words) || (e.Why != null && e.Why.Contains(words)));
        if (filter.Sealed is { } isSealed) events = events.Where(e => e.Seal != null == isSealed);
        if (filter.Before is { } before) events = events.Where(e => e.Id < before);
        return events.OrderByDescending(e => e.Id);
    }

    private AuditRow Row(AuditEvent e) => new(e.Id, e.At, e.ActorName, e.UnitName, ActionName(e.Action), e.SubjectKind, e.SubjectId, e.SubjectName, e.Why ?? "", e.Seal);

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
}
