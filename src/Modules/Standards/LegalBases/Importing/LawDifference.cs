using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>What a law of the file would do to the register.</summary>
public enum LawChangeKind
{
    /// <summary>A law the register does not have.</summary>
    New,

    /// <summary>A further version of a law it has.</summary>
    Version,

    /// <summary>The version it has, otherwise.</summary>
    Changed,

    /// <summary>As it stands there.</summary>
    Same,
}

/// <summary>A field that is otherwise; texts as stored and as in the file.</summary>
public sealed record LawLine(string Label, string Before, string After);

/// <summary>One law of the file against the register.</summary>
/// <param name="Name">Its name.</param>
/// <param name="EffectiveOn">施行日期.</param>
/// <param name="Kind">What it would do.</param>
/// <param name="LawId">The stored version it changes; 0 for a new one.</param>
/// <param name="Lines">What is otherwise, clause texts among them.</param>
/// <param name="Added">Articles that come to it.</param>
public sealed record LawChange(string Name, DateOnly EffectiveOn, LawChangeKind Kind, long LawId, IReadOnlyList<LawLine> Lines, IReadOnlyList<int> Added);

/// <summary>A stored law that would no longer be the law today.</summary>
public sealed record LawEnding(string Name, DateOnly EffectiveOn, string By);

/// <summary>The whole difference.</summary>
public sealed record LawChanges(IReadOnlyList<LawChange> Laws, IReadOnlyList<LawEnding> Ended);

/// <summary>Compares a file with the register. Pure.</summary>
internal static class LawDifference
{
    /// <summary>A line for each law of the file, and what of the register ends by it today.</summary>
    public static LawChanges Between(IReadOnlyList<LegalBasis> stored, ILookup<long, LegalBasisClause> clauses, IReadOnlyList<ReadLaw> read, DateOnly today)
    {
        var changes = read.Select(law => Of(law, stored, clauses)).ToList();
        var before = Succession.Of(stored.Select(s => s.Version()), today);
        // Those to come have higher ids than all stored ones.
        var coming = read.Zip(changes).Where(p => p.Second.LawId == 0).Select((p, i) => new LawVersion(long.MaxValue - read.Count + i, p.First.Name, p.First.EffectiveOn, p.First.PromulgatedOn, p.First.State, p.First.EndedOn)).ToList();
        var changed = read.Zip(changes).Where(p => p.Second.LawId != 0).ToDictionary(p => p.Second.LawId, p => p.First);
        var after = Succession.Of([.. stored.Select(s => changed.TryGetValue(s.Id, out var law) ? s.Version() with { State = law.State, EndedOn = Ended(law, s), PromulgatedOn = law.PromulgatedOn ?? s.PromulgatedOn } : s.Version()), .. coming], today);
        return new(changes, [.. stored.Where(s => before[s.Id].Holds && !after[s.Id].Holds).Select(s => new LawEnding(s.Name, s.EffectiveOn, coming.Find(c => c.Id == after[s.Id].SuccessorId)?.Name ?? ""))]);
    }

    /// <summary>The stored version that a law of the file means: by its code, or by name, day and number.</summary>
    public static LegalBasis? Meant(ReadLaw law, IEnumerable<LegalBasis> stored) =>
        stored.FirstOrDefault(s => law.Code.Length > 0 && s.Code == law.Code)
        ?? stored.FirstOrDefault(s => Succession.BaseName(s.Name) == Succession.BaseName(law.Name) && s.EffectiveOn == law.EffectiveOn && (law.Number.Length == 0 || s.Number.Length == 0 || TextFold.Of(s.Number) == TextFold.Of(law.Number)));

    private static LawChange Of(ReadLaw law, IReadOnlyList<LegalBasis> stored, ILookup<long, LegalBasisClause> clauses)
    {
        if (Meant(law, stored) is not { } known)
            return new(law.Name, law.EffectiveOn, stored.Any(s => Succession.BaseName(s.Name) == Succession.BaseName(law.Name)) ? LawChangeKind.Version : LawChangeKind.New, 0, [], [.. law.Clauses.Select(c => c.Article).Order()]);
        var texts = clauses[known.Id].ToDictionary(c => c.Article);
        List<LawLine> lines = [.. Fields(law, known).Where(l => l.After.Length > 0 && l.Before != l.After)];
        foreach (var clause in law.Clauses.OrderBy(c => c.Article))
            if (texts.TryGetValue(clause.Article, out var text) && text.Text != clause.Text) lines.Add(new(LegalNames.ArticleName(clause.Article), text.Text, clause.Text));
        var added = law.Clauses.Select(c => c.Article).Where(a => !texts.ContainsKey(a)).Order().ToList();
        return new(law.Name, law.EffectiveOn, lines.Count + added.Count > 0 ? LawChangeKind.Changed : LawChangeKind.Same, known.Id, lines, added);
    }

    // What a file leaves blank stays as it is.
    private static LawLine[] Fields(ReadLaw law, LegalBasis known) =>
    [
        new(LawColumns.Level, known.Level.Name(), law.Level.Name()), new(LawColumns.Issuer, known.Issuer, law.Issuer), new(LawColumns.Number, known.Number, law.Number),
        new(LawColumns.Promulgated, Platform.Web.Shown.Day(known.PromulgatedOn), Platform.Web.Shown.Day(law.PromulgatedOn)), new(LawColumns.State, known.State.Name(), law.State.Name()),
        new(LawColumns.Ended, Platform.Web.Shown.Day(known.EndedOn), Platform.Web.Shown.Day(law.EndedOn)), new(LawColumns.Replaces, known.Replaces, law.Replaces),
    ];

    /// <summary>失效日期 after the file: a text in force has none, and what a file leaves blank stays as it is.</summary>
    public static DateOnly? Ended(ReadLaw law, LegalBasis known) => law.State == LawState.InEffect ? null : law.EndedOn ?? known.EndedOn;
}

/// <summary>Chinese names of the kinds.</summary>
internal static class LawChangeWords
{
    /// <summary>The kind as shown.</summary>
    public static string Name(this LawChangeKind kind) => kind switch
    {
        LawChangeKind.New => "新增",
        LawChangeKind.Version => "新版本",
        LawChangeKind.Changed => "有变动",
        _ => "没有变动",
    };
}
