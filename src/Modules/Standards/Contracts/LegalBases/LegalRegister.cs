using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Standards.LegalBases;

namespace Qingdan.Standards.Contracts.LegalBases;

/// <summary>法律依据库: the clauses that entries of the lists stand on.</summary>
public sealed class LegalRegister
{
    private readonly LegalBasisBook _book;

    internal LegalRegister(LegalBasisBook book) => _book = book;

    /// <summary>The clause with this key, or null.</summary>
    public Task<LegalClause?> Find(long clause, CancellationToken cancel) => _book.Find(clause, cancel);

    /// <summary>Clauses that hold all words (parted by blanks) in the law's name or their text; 第二十八条 or 28 is the article. Those read as bans come first.</summary>
    public Task<IReadOnlyList<LegalClause>> Search(string words, int most, CancellationToken cancel) => _book.Search(words, most, cancel);

    /// <summary>The names of the laws in force, by level: what a workbook offers for 依据名称.</summary>
    public async Task<ILookup<LegalBasisLevel, string>> NamesInForce(CancellationToken cancel) =>
        (await _book.Laws(cancel)).Where(l => l.State == LawState.InEffect).ToLookup(l => l.Level, l => l.Name);
}
