using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Letters;

/// <summary>Writes a letter of a case from what is on record: nobody types it twice.</summary>
internal sealed class ComposeLetter(Store store, DemandBook demands, IOrganizationDirectory organizations, Terms terms, TimeProvider clock)
{
    /// <summary>The letter; refused where there is nothing yet to write it from.</summary>
    public async Task<Result<Letter>> Run(long id, LetterKind kind, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await CaseAccess.Visible(store.Set<Case>().AsNoTracking(), actor, units).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (row is null) return CaseFaults.NotFound;
        if (!(await Kinds(row, actor, units, cancel)).Contains(kind)) return new Fault("workflow.letter.not-yet", "办到这一步还没有这份文书。", "kind", FaultKind.Conflict);
        var missing = await store.Set<CaseStep>().AsNoTracking().Where(s => s.CaseId == id && s.Act == CaseAct.AskSupplement).OrderByDescending(s => s.Id).Select(s => s.Note).FirstOrDefaultAsync(cancel) ?? "";
        var answers = await store.Set<CaseAnswer>().AsNoTracking().Where(a => a.CaseId == id).OrderBy(a => a.Place).ToListAsync(cancel);
        var provider = units.Find(row.ProviderId);
        return LetterTexts.Write(kind, new(await demands.Read(id, cancel), units.Find(row.UnitId)?.Name ?? "", provider?.Name ?? "大数据中心", answers, missing, clock.Today())
        {
            Supply = await terms.Find(new OwedTerm("T3", "P3", row.ProviderId), provider, clock.Today(), cancel),
        });
    }

    /// <summary>The letters that can be written now; a draft of an answer its own unit alone sees.</summary>
    public async Task<IReadOnlyList<LetterKind>> Kinds(Case row, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var kinds = new List<LetterKind> { LetterKind.Application };
        if (row.Supplements > 0) kinds.Add(LetterKind.Supplement);
        var answered = row.Answered;
        if (row.State == CaseState.ToSign && CaseAccess.Is(Party.Provider, row, actor, units)) answered = CaseWords.Whole(await store.Set<CaseAnswer>().Where(a => a.CaseId == row.Id).Select(a => a.Verdict).ToListAsync(cancel));
        if (answered != Answered.None) kinds.Add(LetterKind.Reply);
        if (answered is Answered.Partial or Answered.Refused) kinds.Add(LetterKind.Refusal);
        return kinds;
    }
}
