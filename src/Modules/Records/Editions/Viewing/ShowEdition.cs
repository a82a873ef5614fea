using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Writing;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions.Viewing;

/// <summary>An edition with its archives, its course and the opinions of the last round.</summary>
internal sealed class ShowEdition(Store store, WatchWriting watch, AskedUnits asked, IEnumerable<IEditionList> lists, IOrganizationDirectory organizations)
{
    /// <summary>The page of one.</summary>
    public async Task<Result<EditionView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, units).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } row) return EditionFaults.NotFound;
        var steps = await store.Set<EditionStep>().AsNoTracking().Where(s => s.EditionId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var decides = actor.Is(Roles.Authority);
        var writing = await watch.Of(row, cancel);
        var consulting = row.State == EditionState.Consulting;
        return new EditionView(
            FindEditions.Row(row, units), row.Summary, row.Minutes, row.DeliberatedOn, row.CreatedBy, await Files(id, cancel),
            steps.ConvertAll(s => new EditionStepView(s.Act.Text(), s.State.Text(), s.Note, s.UnitId == 0 ? "" : units.ShortName(s.UnitId), s.Person, s.At)),
            row.Round == 0 ? null : await Opinions(row, row.Round, units, actor, cancel),
            decides ? [.. EditionFlow.Table.Where(m => m.From == row.State && !m.BySystem && (m.Act == EditionAct.Retry ? writing is { Failed: true } : m.Act != EditionAct.Conclude || writing is null)).Select(m => $"{m.Act}")] : [],
            consulting && actor.Is(Roles.Liaison, Roles.UnitHead) && (row.UnitId == 0 || units.Family(actor.UnitId).Contains(row.UnitId)), consulting && decides, writing, row.Edit);
    }

    /// <summary>How the writing of its archive goes on; null when nothing is to be written, or when this person does not see it.</summary>
    public async Task<WritingView?> Writing(long id, Actor actor, CancellationToken cancel) =>
        await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, await organizations.Tree(cancel)).SingleOrDefaultAsync(e => e.Id == id, cancel) is { } row ? await watch.Of(row, cancel) : null;

    /// <summary>The key of an archive in the file store; null while it is not written.</summary>
    public async Task<long?> FileOf(long id, int round, CancellationToken cancel) =>
        await store.Set<EditionFile>().Where(f => f.EditionId == id && f.Round == round).Select(f => (long?)f.FileId).SingleOrDefaultAsync(cancel);

    private async Task<IReadOnlyList<EditionFileView>> Files(long id, CancellationToken cancel)
    {
        var files = await store.Set<EditionFile>().AsNoTracking().Where(f => f.EditionId == id).OrderBy(f => f.Round == 0 ? int.MaxValue : f.Round).ToListAsync(cancel);
        var known = files.ConvertAll(f => f.Id);
        var contents = (await store.Set<EditionListRow>().AsNoTracking().Where(l => known.Contains(l.EditionFileId)).OrderBy(l => l.Place).ToListAsync(cancel)).ToLookup(l => l.EditionFileId);
        return files.ConvertAll(f => new EditionFileView(f.Id, f.Round, f.Bytes, f.ManifestDigest, f.Suite, f.Fingerprint, f.At, [.. contents[f.Id].Select(l => new EditionListView(l.Name, l.Title, l.Count, l.Root))]));
    }

    /// <summary>意见汇总处理表 of a round: the city sees all of it, a unit its own part.</summary>
    public async Task<RoundView> Opinions(Edition row, int round, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var (all, own) = (actor.Is(Roles.SeeAll), units.Family(actor.UnitId));
        var titles = lists.ToDictionary(l => l.Name, l => l.Title);
        var said = await store.Set<Opinion>().AsNoTracking().Where(o => o.EditionId == row.Id && o.Round == round && (all || own.Contains(o.UnitId))).OrderBy(o => o.UnitId).ThenBy(o => o.Id).ToListAsync(cancel);
        var nothing = await store.Set<NoOpinion>().AsNoTracking().Where(n => n.EditionId == row.Id && n.Round == round && (all || own.Contains(n.UnitId))).Select(n => n.UnitId).ToListAsync(cancel);
        return new RoundView(round, said.ConvertAll(o => View(o, titles, units)), all ? Replies(await asked.Of(row, round, cancel), said.ConvertAll(o => o.UnitId), nothing, units) : null, own.Intersect(nothing).Any());
    }

    private static RepliesView Replies(List<long> asked, List<long> said, List<long> nothing, UnitTree units)
    {
        var spoken = said.Concat(nothing).Select(units.Living).ToHashSet();
        return new RepliesView(asked.Count, [.. nothing.Select(units.ShortName)], [.. asked.Where(u => !spoken.Contains(u)).Select(units.ShortName)]);
    }

    private static OpinionView View(Opinion o, Dictionary<string, string> titles, UnitTree units) => new(
        o.Id, o.UnitId, units.ShortName(o.UnitId), titles.GetValueOrDefault(o.List, ""), o.EntryKey, o.Text, o.Person, o.At, $"{o.Verdict}", o.Verdict.Text(), o.Verdict.Tone(), o.Reason, o.AnsweredBy, o.Edit);
}
