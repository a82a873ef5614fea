using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Disputes.Viewing;
using Qingdan.Workflow.Letters;

namespace Qingdan.Workflow.Meetings.Viewing;

/// <summary>Meetings for people. The city and the auditor see them; of a unit's matters their own pages tell what was concluded.</summary>
internal sealed class ShowMeeting(Store store, SignOffBook signOffs, LetterBook letters, IOrganizationDirectory organizations)
{
    private const int Most = 200;

    /// <summary>The meetings, the latest first.</summary>
    public async Task<IReadOnlyList<MeetingRow>> All(CancellationToken cancel) => await Rows(store.Set<Meeting>().OrderByDescending(m => m.MeetsOn).ThenByDescending(m => m.Id).Take(Most), cancel);

    private async Task<IReadOnlyList<MeetingRow>> Rows(IQueryable<Meeting> meetings, CancellationToken cancel)
    {
        var rows = await meetings.AsNoTracking().ToListAsync(cancel);
        var known = rows.ConvertAll(r => r.Id);
        var counts = await store.Set<MeetingMatter>().Where(m => known.Contains(m.MeetingId)).GroupBy(m => m.MeetingId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return rows.ConvertAll(r => Row(r, counts.GetValueOrDefault(r.Id)));
    }

    /// <summary>The next meetings by id.</summary>
    public async Task<IReadOnlyList<MeetingRow>> After(long after, int most, CancellationToken cancel) => await Rows(store.Set<Meeting>().Where(m => m.Id > after).OrderBy(m => m.Id).Take(most), cancel);

    /// <summary>One meeting with its agenda.</summary>
    public async Task<Result<MeetingView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } row) return MeetingWords.NotFound;
        var units = await organizations.Tree(cancel);
        var matters = await store.Set<MeetingMatter>().AsNoTracking().Where(m => m.MeetingId == id).OrderBy(m => m.Place).ToListAsync(cancel);
        var subjects = matters.ConvertAll(m => m.SubjectId);
        var disputes = await store.Set<Dispute>().AsNoTracking().Where(d => subjects.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var contested = disputes.Values.Where(d => d.ClosedAt is null).Select(d => d.CaseId).ToList();
        var cases = await store.Set<Case>().AsNoTracking().Where(c => subjects.Contains(c.Id) || contested.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var refused = (await store.Set<CaseAnswer>().AsNoTracking().Refused().Where(a => contested.Contains(a.CaseId)).OrderBy(a => a.Place).ToListAsync(cancel)).ToLookup(a => a.CaseId, RefusedItem.Of);
        var open = row.State == MeetingState.Planned;
        return new MeetingView(
            Row(row, matters.Count), row.Person, matters.ConvertAll(m => disputes.GetValueOrDefault(m.SubjectId) is { } d
                ? View(m, $"{units.ShortName(d.UnitId)} — {units.ShortName(d.ProviderId)}", open ? [.. refused[d.CaseId]] : []) with { Hindrance = open && cases.GetValueOrDefault(d.CaseId) is { } at ? DisputeAccess.Hindrance(at) : null }
                : View(m, cases.GetValueOrDefault(m.SubjectId) is { } needing ? units.ShortName(needing.UnitId) : "", [])),
            await signOffs.Of(MeetingAudit.Kind, id, cancel), open && actor.Is(Roles.Authority), open && actor.Is(Roles.City), row.Edit, actor.Is(Roles.City), await letters.Of(id, cancel));
    }

    private static MeetingRow Row(Meeting m, int matters) => new(m.Id, m.Title, m.MeetsOn, m.Place, m.State.Text(), m.State.Tone(), m.MinutesNumber, matters);

    private static MatterView View(MeetingMatter m, string units, IReadOnlyList<RefusedItem> items) => new(
        m.Place, m.Kind.Text(), m.Name, units, m.Question, m.Kind == MatterKind.Dispute ? $"/workflow/disputes/{m.SubjectId}" : $"/workflow/cases/{m.SubjectId}", m.Outcome.Text(), m.Conclusion,
        [.. MeetingWords.Outcomes(m.Kind).Select(o => new Choice($"{o}", o.Text()))], items);
}
