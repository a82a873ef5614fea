using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Standards.LegalBases;

namespace Qingdan.Standards.Contracts.LegalBases;

/// <summary>法律依据库: the clauses that entries of the lists stand on.</summary>
public sealed class LegalRegister
{
    // A drop-down is no register: what it does not hold may be typed.
    private const int MostClauses = 5_000;
    private readonly LegalBasisBook _book;

    internal LegalRegister(LegalBasisBook book) => _book = book;

    /// <summary>The clause with this key, or null.</summary>
    public Task<LegalClause?> Find(long clause, CancellationToken cancel) => _book.Find(clause, cancel);

    /// <summary>
    /// Clauses to choose a basis from, found as by <see cref="Search"/>: only of laws in force today. A text that was amended or repealed, has a successor in force
    /// or is not in force yet is never offered; entries that quote it keep it.
    /// </summary>
    public Task<IReadOnlyList<LegalClause>> Offer(string words, int most, CancellationToken cancel) => _book.Search(words, most, cancel, inForce: true);

    /// <summary>Whether a later version of the clause's law is in force, and the same article there; null where the register does not hold it.</summary>
    public Task<(bool Replaced, LegalClause? Now)> Successor(long clause, CancellationToken cancel) => _book.Successor(clause, cancel);

    /// <summary>What the register says of a law cited by name, and by number where several versions have one name: null when it is the law today or not in the register.</summary>
    public Task<OutdatedLaw?> Outdated(string name, string number, CancellationToken cancel) => _book.Outdated(name, number, cancel);

    /// <summary>
    /// The laws that changed from a day on, by that day: one whose successor took effect, on the successor's day; one that was repealed or amended, on its 失效日期, or, where none is
    /// stated, on the day on which the register was told so. A law that came with the program as repealed was so before it, and is left out.
    /// </summary>
    public Task<IReadOnlyList<ChangedLaw>> Changed(DateOnly since, CancellationToken cancel) => _book.Changed(since, cancel);

    /// <summary>The levels of the law with this name, of all its versions; empty for one that the register does not know.</summary>
    public Task<IReadOnlyList<LegalBasisLevel>> Levels(string name, CancellationToken cancel) => _book.Levels(name, cancel);

    /// <summary>Name of a version of a law; null for one that the register does not hold.</summary>
    public Task<string?> Name(long law, CancellationToken cancel) => _book.Name(law, cancel);

    /// <summary>The clauses of a version of a law.</summary>
    public Task<IReadOnlyList<LegalClause>> Clauses(long law, CancellationToken cancel) => _book.Clauses(law, cancel);

    /// <summary>True when this clause may be chosen today.</summary>
    public Task<bool> IsOffered(long clause, CancellationToken cancel) => _book.IsInForce(clause, cancel);

    /// <summary>Clauses that hold all words (parted by blanks) in the law's name or their text; 第二十八条 or 28 is the article. Those read as bans come first.</summary>
    public Task<IReadOnlyList<LegalClause>> Search(string words, int most, CancellationToken cancel) => _book.Search(words, most, cancel);

    /// <summary>The names of the laws in force, by level: what a workbook offers for 依据名称.</summary>
    public async Task<ILookup<LegalBasisLevel, string>> NamesInForce(CancellationToken cancel) =>
        (await _book.Search("", MostClauses, cancel, inForce: true)).Select(c => (c.Level, c.Law)).Distinct().ToLookup(c => c.Level, c => c.Law);
}
