using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>
/// 导入: takes the difference over as it was seen, all or nothing. What is imported is 见于资料 until somebody of the program's makers has read it in the law's text;
/// a law whose clauses stay as they were keeps its mark. Nothing is deleted: articles a file does not name stay.
/// </summary>
internal sealed class TakeLaws(Store store, CompareLaws compare, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public const string Kind = "standards.law-import";

    /// <summary>Takes the file over; <paramref name="digest"/> tells which difference was seen.</summary>
    public async Task<Result<Done>> Run(long id, string digest, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return LawFaults.Forbidden;
        var compared = await compare.Run(id, cancel);
        if (!compared.TryGet(out var now)) return compared.As<Done>();
        if (now.Import.TakenAt is not null) return LawFaults.Taken;
        if (now.Digest != digest) return LawFaults.Moved;
        var changed = now.Changes.Laws.Where(c => c.LawId != 0).Select(c => c.LawId).ToArray();
        var laws = await store.Set<LegalBasis>().Where(b => changed.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancel);
        var clauses = (await store.Set<LegalBasisClause>().Where(c => changed.Contains(c.BasisId)).ToListAsync(cancel)).ToLookup(c => c.BasisId);
        foreach (var (read, change) in now.Read.Zip(now.Changes.Laws))
            if (change.Kind == LawChangeKind.Changed) Change(laws[change.LawId], read, change, clauses[change.LawId], id);
            else if (change.LawId == 0) Add(read, id);
        var import = now.Import;
        (import.TakenBy, import.TakenAt, import.Edit) = (actor.Name, clock.GetUtcNow(), import.Edit + 1);
        (import.Added, import.Changed) = (now.Changes.Laws.Count(c => c.LawId == 0), now.Changes.Laws.Count(c => c.Kind == LawChangeKind.Changed));
        audit.Add(actor, StandardsAudit.LawsTaken, new Subject(Kind, id, import.FileName), after: now.Changes);
        return await store.TrySave(cancel) ? new Done() : LawFaults.Moved;
    }

    private void Add(ReadLaw read, long import)
    {
        var id = ids.Next();
        store.Add(new LegalBasis
        {
            Id = id, Code = read.Code.Length > 0 ? read.Code : $"{Succession.BaseName(read.Name)}#{id}", Level = read.Level, Name = read.Name, Issuer = read.Issuer, Number = read.Number, PromulgatedOn = read.PromulgatedOn,
            EffectiveOn = read.EffectiveOn, State = read.State, EndedOn = read.EndedOn, Replaces = read.Replaces, Certainty = Certainty.Found, Source = read.Source, ImportId = import,
        });
        foreach (var clause in read.Clauses) Add(id, clause);
    }

    private void Change(LegalBasis law, ReadLaw read, LawChange change, IEnumerable<LegalBasisClause> stored, long import)
    {
        (law.Level, law.State, law.EndedOn, law.ImportId, law.Edit) = (read.Level, read.State, LawDifference.Ended(read, law), import, law.Edit + 1);
        if (read.Replaces.Length > 0) law.Replaces = read.Replaces;
        if (read.Issuer.Length > 0) law.Issuer = read.Issuer;
        if (read.Number.Length > 0) law.Number = read.Number;
        law.PromulgatedOn = read.PromulgatedOn ?? law.PromulgatedOn;
        var texts = stored.ToDictionary(c => c.Article);
        var rewritten = read.Clauses.Where(c => !texts.TryGetValue(c.Article, out var text) || text.Text != c.Text).ToList();
        if (rewritten.Count > 0) (law.Certainty, law.Source) = (Certainty.Found, read.Source);
        foreach (var clause in rewritten)
            if (!texts.TryGetValue(clause.Article, out var text)) Add(law.Id, clause);
            // What was read into the old words does not hold for the new ones.
            else (text.Text, text.Ban, text.Note) = (clause.Text, clause.Ban ?? ClauseBan.None, clause.Note);
    }

    private void Add(long law, ReadClause clause) =>
        store.Add(new LegalBasisClause { Id = ids.Next(), BasisId = law, Article = clause.Article, Text = clause.Text, Ban = clause.Ban ?? ClauseBan.None, Note = clause.Note });
}
