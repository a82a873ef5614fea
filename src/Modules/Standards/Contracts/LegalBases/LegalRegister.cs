using Qingdan.Platform.Results;
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

    /// <summary>Whether a quoted text agrees with the clause; refused when there is no such clause.</summary>
    public async Task<Result<QuoteCheck>> Check(long clause, string quoted, CancellationToken cancel) => await _book.Find(clause, cancel) is { } found
        ? Quotation.Compare(found.Text, quoted)
        : new Fault("standards.clause.unknown", "依据库里没有这一条。请重新选择条款。", "basisClauseId", FaultKind.NotFound);
}
