using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Standards.LegalBases;

/// <summary>Reads the register.</summary>
internal sealed class LegalBasisBook(Store store, IdSource ids)
{
    private bool _seeded;

    /// <summary>The laws with the number of their clauses, higher levels first.</summary>
    public async Task<IReadOnlyList<LawRow>> Laws(CancellationToken cancel)
    {
        await Seed(cancel);
        var laws = await store.Set<LegalBasis>().AsNoTracking()
            .Select(b => new LawRow(b.Id, b.Name, b.Number, b.Level, b.State, b.EffectiveOn, b.Certainty, b.Source, store.Set<LegalBasisClause>().Count(c => c.BasisId == b.Id)))
            .ToListAsync(cancel);
        return [.. laws.OrderBy(l => l.Level).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    /// <summary>Clauses of a law, in their order.</summary>
    public async Task<IReadOnlyList<LegalClause>> Clauses(long basis, CancellationToken cancel)
    {
        await Seed(cancel);
        return await Rows().Where(r => r.Basis.Id == basis).OrderBy(r => r.Clause.Article).Select(r => Of(r.Basis, r.Clause)).ToListAsync(cancel);
    }

    /// <summary>The clause with this key, or null.</summary>
    public async Task<LegalClause?> Find(long clause, CancellationToken cancel)
    {
        await Seed(cancel);
        return await Rows().Where(r => r.Clause.Id == clause).Select(r => Of(r.Basis, r.Clause)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Clauses that hold all words in the law's name or their text; a word like 第二十八条 or 28 is the article. Bans come first.</summary>
    public async Task<IReadOnlyList<LegalClause>> Search(string words, int most, CancellationToken cancel)
    {
        await Seed(cancel);
        var rows = Rows();
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
            if (Article(word) is { } article) rows = rows.Where(r => r.Clause.Article == article);
            else rows = rows.Where(r => r.Basis.Name.Contains(word) || r.Clause.Text.Contains(word) || r.Basis.Number.Contains(word));
        return await rows.OrderBy(r => r.Clause.Ban == ClauseBan.None ? 1 : 0).ThenBy(r => r.Basis.Name).ThenBy(r => r.Clause.Article).Take(most)
            .Select(r => Of(r.Basis, r.Clause)).ToListAsync(cancel);
    }

    private static int? Article(string word)
    {
        var bare = word.TrimStart('第').TrimEnd('条');
        return int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : word.StartsWith('第') && word.EndsWith('条') ? ChineseNumber.Read(bare) : null;
    }

    private IQueryable<Row> Rows() =>
        from clause in store.Set<LegalBasisClause>().AsNoTracking()
        join basis in store.Set<LegalBasis>().AsNoTracking() on clause.BasisId equals basis.Id
        select new Row { Basis = basis, Clause = clause };

    private static LegalClause Of(LegalBasis b, LegalBasisClause c) =>
        new(c.Id, b.Name, b.Number, b.Level, b.State, b.EffectiveOn, c.Article, c.Text, c.Ban, c.Note, b.Certainty, b.Source);

    private async Task Seed(CancellationToken cancel)
    {
        if (_seeded) return;
        await LegalBasisSeed.AddMissing(store, ids, cancel);
        _seeded = true;
    }

    private sealed class Row
    {
        public required LegalBasis Basis { get; init; }
        public required LegalBasisClause Clause { get; init; }
    }
}
