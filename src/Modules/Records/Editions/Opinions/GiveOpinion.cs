using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions.Opinions;

/// <summary>What a unit says.</summary>
/// <param name="List">The list, as <c>IEditionList.Name</c>; empty for the whole.</param>
/// <param name="EntryKey">The number of an entry of the draft; empty for the whole list.</param>
/// <param name="Text">意见.</param>
internal sealed record OpinionInput(string List, string EntryKey, string Text);

/// <summary>提出意见, 撤回意见, 答复无意见: by the people of a unit that is asked, while the round runs; after the day too, as long as nobody has closed it.</summary>
internal sealed class GiveOpinion(Store store, AuditLog audit, IEnumerable<IEditionList> lists, IOrganizationDirectory organizations, IdSource ids, TimeProvider clock)
{
    /// <summary>Most characters of an opinion, and most opinions of a unit in a round.</summary>
    public const int MostText = 2000, Most = 500;

    /// <summary>Adds one; gives its id.</summary>
    public async Task<Result<long>> Run(long editionId, OpinionInput input, Actor actor, CancellationToken cancel)
    {
        var asked = await Asked(editionId, actor, cancel);
        if (!asked.TryGet(out var edition)) return asked.As<long>();
        var (list, key) = (input.List.Trim(), input.EntryKey.Trim());
        List<Fault> faults = [.. new[] { EditionFaults.Text("text", "意见", input.Text, MostText), ClassificationMarks.Refusal(input.Text, "text") }.OfType<Fault>()];
        if (list.Length > 0 && lists.All(l => l.Name != list)) faults.Add(new("records.opinion.list", "没有这张清单，请重新选择。", "list"));
        if (key.Length > 0 && list.Length == 0) faults.Add(new("records.opinion.entry", "写了条目编号，请同时选择它在哪张清单里。", "list"));
        if (key.Length > 64) faults.Add(EditionFaults.Text("entryKey", "条目编号", key, 64)!);
        if (faults.Count > 0) return faults;
        if (await store.Set<NoOpinion>().AnyAsync(n => n.EditionId == editionId && n.Round == edition.Round && n.UnitId == actor.UnitId, cancel)) return EditionFaults.Concluded;
        if (await store.Set<Opinion>().CountAsync(o => o.EditionId == editionId && o.Round == edition.Round && o.UnitId == actor.UnitId, cancel) >= Most)
            return new Fault("records.opinion.many", "一个单位一轮最多提 {0} 条意见，其余请合并。", "text", FaultKind.Conflict, Most);
        var row = new Opinion { Id = ids.Next(), EditionId = editionId, Round = edition.Round, UnitId = actor.UnitId, List = list, EntryKey = key, Text = input.Text.Trim(), Person = actor.Name, At = clock.GetUtcNow() };
        row.Touch(ids, clock);
        store.Add(row);
        audit.Add(actor, EditionAudit.OpinionGiven, row.AsSubject(), after: new { Edition = edition.Title, row.Round, row.List, row.EntryKey, row.Text });
        await store.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>Takes an own one back that has no answer yet.</summary>
    public async Task<Result<Done>> TakeBack(long editionId, long id, Actor actor, CancellationToken cancel)
    {
        var asked = await Asked(editionId, actor, cancel);
        if (!asked.TryGet(out var edition)) return asked.As<Done>();
        if (await store.Set<Opinion>().SingleOrDefaultAsync(o => o.Id == id && o.EditionId == editionId && o.Round == edition.Round && o.UnitId == actor.UnitId, cancel) is not { } row) return EditionFaults.OpinionNotFound;
        if (row.Verdict != Verdict.Open) return new Fault("records.opinion.answered", "这条意见已经处理，不能撤回。", null, FaultKind.Conflict);
        store.Remove(row);
        audit.Add(actor, EditionAudit.OpinionTakenBack, row.AsSubject(), before: new { row.Round, row.List, row.EntryKey, row.Text });
        return await store.TrySave(cancel) ? new Done() : EditionFaults.ChangedMeanwhile;
    }

    /// <summary>Says that the unit has no opinion, or takes that back.</summary>
    public async Task<Result<Done>> Nothing(long editionId, bool nothing, Actor actor, CancellationToken cancel)
    {
        var asked = await Asked(editionId, actor, cancel);
        if (!asked.TryGet(out var edition)) return asked.As<Done>();
        var said = await store.Set<NoOpinion>().SingleOrDefaultAsync(n => n.EditionId == editionId && n.Round == edition.Round && n.UnitId == actor.UnitId, cancel);
        if (nothing == said is not null) return new Done();
        if (nothing && await store.Set<Opinion>().AnyAsync(o => o.EditionId == editionId && o.Round == edition.Round && o.UnitId == actor.UnitId, cancel))
            return new Fault("records.opinion.given", "您单位本轮已提了意见。没有意见的，请先把它们撤回。", null, FaultKind.Conflict);
        if (said is not null) store.Remove(said);
        else store.Add(new NoOpinion { EditionId = editionId, Round = edition.Round, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, nothing ? EditionAudit.NothingSaid : EditionAudit.NothingTakenBack, edition.AsSubject(), after: new { edition.Round });
        return await store.TrySave(cancel) ? new Done() : EditionFaults.ChangedMeanwhile;
    }

    private async Task<Result<Edition>> Asked(long id, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return EditionFaults.NotAsked;
        if (await store.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } edition) return EditionFaults.NotFound;
        if (edition.UnitId != 0 && !(await organizations.Tree(cancel)).Family(actor.UnitId).Contains(edition.UnitId)) return EditionFaults.NotFound;
        return edition.State == EditionState.Consulting ? edition : EditionFaults.NotAsked;
    }
}
