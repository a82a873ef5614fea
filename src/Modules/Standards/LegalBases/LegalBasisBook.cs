using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.LegalBases;

/// <summary>Reads the register. What state a law is in depends on the day and on its later versions, see <see cref="Succession"/>.</summary>
internal sealed class LegalBasisBook(Store store, IdSource ids, TimeProvider clock)
{
    private bool _seeded;
    private IReadOnlyDictionary<long, LawStanding>? _standings;

    /// <summary>The laws with the number of their clauses, higher levels first.</summary>
    public async Task<IReadOnlyList<LawRow>> Laws(CancellationToken cancel)
    {
        var standings = await Standings(cancel);
        var laws = await store.Set<LegalBasis>().AsNoTracking().Select(b => new { Law = b, Clauses = store.Set<LegalBasisClause>().Count(c => c.BasisId == b.Id) }).ToListAsync(cancel);
        var origins = await store.Set<LawImport>().AsNoTracking().Where(i => i.TakenAt != null).ToDictionaryAsync(i => i.Id, i => new LawOrigin(i.TakenBy, i.TakenAt!.Value, i.FileName), cancel);
        return [.. laws.Select(l => Row(l.Law, l.Clauses, standings[l.Law.Id], origins.GetValueOrDefault(l.Law.ImportId))).OrderBy(l => l.Level).ThenBy(l => l.Name, StringComparer.Ordinal).ThenByDescending(l => l.EffectiveOn)];
    }

    /// <summary>Clauses of a law, in their order.</summary>
    public Task<IReadOnlyList<LegalClause>> Clauses(long basis, CancellationToken cancel) => Read(rows => rows.Where(r => r.Basis.Id == basis).OrderBy(r => r.Clause.Article), cancel);

    /// <summary>Name of a version; null for none.</summary>
    public async Task<string?> Name(long law, CancellationToken cancel)
    {
        await Standings(cancel);
        return await store.Set<LegalBasis>().Where(b => b.Id == law).Select(b => b.Name).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The clause with this key, or null.</summary>
    public async Task<LegalClause?> Find(long clause, CancellationToken cancel) => await Read(rows => rows.Where(r => r.Clause.Id == clause), cancel) is [var found] ? found : null;

    /// <summary>What took the clause's place: whether a later version of its law is in force, and the same article there, null where the register does not hold it.</summary>
    public async Task<(bool Replaced, LegalClause? Now)> Successor(long clause, CancellationToken cancel)
    {
        var standings = await Standings(cancel);
        var old = await store.Set<LegalBasisClause>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == clause, cancel);
        if (old is null || standings[old.BasisId].SuccessorId is 0) return (false, null);
        var next = standings[old.BasisId].SuccessorId;
        return (true, await Read(rows => rows.Where(r => r.Basis.Id == next && r.Clause.Article == old.Article), cancel) is [var now] ? now : null);
    }

    /// <summary>True when the clause is the law today.</summary>
    public async Task<bool> IsInForce(long clause, CancellationToken cancel)
    {
        var standings = await Standings(cancel);
        return await store.Set<LegalBasisClause>().Where(c => c.Id == clause).Select(c => (long?)c.BasisId).FirstOrDefaultAsync(cancel) is { } basis && standings[basis].Holds;
    }

    /// <summary>The version meant by a name and a number, when it is not the law today; null otherwise.</summary>
    public async Task<OutdatedLaw?> Outdated(string name, string number, CancellationToken cancel)
    {
        var wanted = Succession.BaseName(name.Trim().Trim('《', '》'));
        if (wanted.Length == 0) return null;
        var standings = await Standings(cancel);
        var laws = (await store.Set<LegalBasis>().AsNoTracking().Select(b => new { b.Id, b.Name, b.Number, b.EffectiveOn }).ToListAsync(cancel)).FindAll(b => Succession.BaseName(b.Name) == wanted);
        var meant = laws.FindAll(b => number.Trim().Length > 0 && b.Number == number.Trim()) is { Count: > 0 } numbered ? numbered : laws.FindAll(b => TextFold.Of(b.Name) == TextFold.Of(name.Trim().Trim('《', '》'))) is { Count: > 0 } named ? named : laws;
        if (meant.Count == 0 || meant.Exists(b => standings[b.Id].State == LawState.InEffect)) return null;
        var last = meant.MaxBy(b => b.EffectiveOn)!;
        var next = laws.Find(b => b.Id == standings[last.Id].SuccessorId);
        return new OutdatedLaw(last.Name, standings[last.Id].State, next?.Name ?? "", next?.EffectiveOn);
    }

    /// <summary>The laws that changed from a day on, see <see cref="LegalRegister.Changed"/>.</summary>
    public async Task<IReadOnlyList<ChangedLaw>> Changed(DateOnly since, CancellationToken cancel)
    {
        await Standings(cancel);
        var laws = await store.Set<LegalBasis>().AsNoTracking().ToDictionaryAsync(b => b.Id, cancel);
        var taken = await store.Set<LawImport>().AsNoTracking().Where(i => i.TakenAt != null).ToDictionaryAsync(i => i.Id, i => LegalDay.Of(i.TakenAt!.Value), cancel);
        return
        [
            .. from change in Succession.Changes(laws.Values.Select(b => b.Version()), clock.Today())
               let law = laws[change.Version.Id]
               let day = change.Kind == LawEvent.Replaced ? law.EffectiveOn : law.EndedOn ?? taken.GetValueOrDefault(law.ImportId)
               where day >= since
               orderby day, law.Id
               select new ChangedLaw(law.Id, law.Name, law.Level, day, change.Kind),
        ];
    }

    /// <summary>The levels of the law with this name, of all its versions; empty for one that the register does not know.</summary>
    public async Task<IReadOnlyList<LegalBasisLevel>> Levels(string name, CancellationToken cancel)
    {
        await Standings(cancel);
        var wanted = Succession.BaseName(name.Trim().Trim('《', '》'));
        return [.. (await store.Set<LegalBasis>().AsNoTracking().Select(b => new { b.Name, b.Level }).ToListAsync(cancel)).Where(b => Succession.BaseName(b.Name) == wanted).Select(b => b.Level).Distinct()];
    }

    /// <summary>Clauses that hold all words in the law's name or their text; a word like 第二十八条 or 28 is the article. Bans come first, then what is the law today.</summary>
    /// <param name="words">Parted by blanks.</param>
    /// <param name="most">The most clauses.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <param name="inForce">Only of laws in force today.</param>
    /// <param name="state">Only of laws in this state.</param>
    public async Task<IReadOnlyList<LegalClause>> Search(string words, int most, CancellationToken cancel, bool inForce = false, LawState? state = null)
    {
        var standings = await Standings(cancel);
        return await Read(rows =>
        {
            if (inForce || state is not null)
            {
                var fitting = standings.Where(s => (!inForce || s.Value.Holds) && (state is null || s.Value.State == state)).Select(s => s.Key).ToArray();
                rows = rows.Where(r => fitting.Contains(r.Basis.Id));
            }
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
                if (ArticleNumber.Of(word) is { } article) rows = rows.Where(r => r.Clause.Article == article);
                else rows = rows.Where(r => r.Basis.Name.Contains(word) || r.Clause.Text.Contains(word) || r.Basis.Number.Contains(word));
            var holding = standings.Where(s => s.Value.Holds).Select(s => s.Key).ToArray();
            return rows.OrderBy(r => r.Clause.Ban == ClauseBan.None ? 1 : 0).ThenBy(r => holding.Contains(r.Basis.Id) ? 0 : 1).ThenBy(r => r.Basis.Name).ThenBy(r => r.Clause.Article).Take(most);
        }, cancel);
    }

    private async Task<IReadOnlyList<LegalClause>> Read(Func<IQueryable<Entry>, IQueryable<Entry>> narrow, CancellationToken cancel)
    {
        var standings = await Standings(cancel);
        var rows = from clause in store.Set<LegalBasisClause>().AsNoTracking()
            join basis in store.Set<LegalBasis>().AsNoTracking() on clause.BasisId equals basis.Id
            select new Entry { Basis = basis, Clause = clause };
        return [.. (await narrow(rows).ToListAsync(cancel)).Select(r => Of(r.Basis, r.Clause, standings[r.Basis.Id].State))];
    }

    private async Task<IReadOnlyDictionary<long, LawStanding>> Standings(CancellationToken cancel)
    {
        if (!_seeded) await LegalBasisSeed.AddMissing(store, ids, cancel);
        _seeded = true;
        return _standings ??= Succession.Of((await store.Set<LegalBasis>().AsNoTracking().ToListAsync(cancel)).Select(b => b.Version()), clock.Today());
    }

    private static LawRow Row(LegalBasis b, int clauses, LawStanding standing, LawOrigin? origin) => new(b.Id, b.Name, b.Number, b.Level, standing.State, b.EffectiveOn, b.Certainty, b.Source, clauses)
    {
        Issuer = b.Issuer, PromulgatedOn = b.PromulgatedOn, EndedOn = b.EndedOn, Replaces = b.Replaces, Edit = b.Edit, Holds = standing.Holds, SuccessorId = standing.SuccessorId, Imported = origin,
    };

    private static LegalClause Of(LegalBasis b, LegalBasisClause c, LawState state) =>
        new(c.Id, b.Name, b.Number, b.Level, state, b.EffectiveOn, c.Article, c.Text, c.Ban, c.Note, b.Certainty, b.Source);

    private sealed class Entry
    {
        public required LegalBasis Basis { get; init; }
        public required LegalBasisClause Clause { get; init; }
    }
}
