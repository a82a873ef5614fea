using System.Globalization;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>A law that was understood.</summary>
internal sealed record ReadLaw(
    int Place, string Code, string Name, LegalBasisLevel Level, string Issuer, string Number, DateOnly? PromulgatedOn, DateOnly EffectiveOn, LawState State, DateOnly? EndedOn, string Replaces, string Source, IReadOnlyList<ReadClause> Clauses);

/// <summary>An article that was understood; without a reading a stored one is kept.</summary>
internal sealed record ReadClause(int Article, string Text, ClauseBan? Ban, string Note);

/// <summary>Understands the laws of a file and names every fault by row and column. Pure.</summary>
internal static class LawReading
{
    private const int MostText = 20_000, MostField = 500, MostLaws = 5_000;

    /// <summary>The laws, or all faults.</summary>
    public static Result<IReadOnlyList<ReadLaw>> Of(IReadOnlyList<LawText> laws, List<Fault> found)
    {
        var faults = found.ToList();
        if (laws.Count > MostLaws) return new Fault("standards.law-import.too-many", "一次最多导入 {0} 部法规，请分成几个文件。", "file", FaultKind.TooLarge, MostLaws);
        var read = laws.Select(l => Law(l, faults)).ToList();
        foreach (var twice in read.GroupBy(l => (Succession.BaseName(l.Name), l.EffectiveOn, TextFold.Of(l.Number))).Where(g => g.Count() > 1))
            faults.Add(LawFaults.At(twice.Last().Place, LawColumns.Name, "standards.law-import.twice", "第 {0} 行“{1}”：同一部法规在文件里出现了两次，前一次在第 {2} 行。", twice.First().Place));
        if (faults.Count > 0) return LawFaults.Cut(faults);
        return read.Count == 0 ? LawFaults.NoLaws : read;
    }

    private static ReadLaw Law(LawText law, List<Fault> faults)
    {
        foreach (var column in LawColumns.Required.Where(c => law[c].Length == 0)) faults.Add(LawFaults.At(law.Place, column, "standards.law-import.required", "第 {0} 行“{1}”没有填写。"));
        foreach (var column in LawColumns.OfLaw.Prepend(LawColumns.Name)) Look(law[column], law.Place, column, MostField, faults);
        var level = Domains.LegalBasisLevels.Read(law[LawColumns.Level]).Value ?? Domains.LegalBasisLevels.Entries.Where(e => string.Equals(e.Code, law[LawColumns.Level], StringComparison.OrdinalIgnoreCase)).Select(e => (LegalBasisLevel?)Enum.Parse<LegalBasisLevel>(e.Code)).FirstOrDefault();
        if (level is null && law[LawColumns.Level].Length > 0) faults.Add(LawFaults.At(law.Place, LawColumns.Level, "standards.law-import.level", "第 {0} 行“{1}”不认识：请写法律、行政法规、国务院决定、地方性法规、部门规章、地方政府规章、规范性文件或其他。"));
        var state = LegalNames.ReadState(law[LawColumns.State]);
        if (state is null && law[LawColumns.State].Length > 0) faults.Add(LawFaults.At(law.Place, LawColumns.State, "standards.law-import.state", "第 {0} 行“{1}”不认识：请写现行有效、尚未施行、已修订或已废止。"));
        var (effective, promulgated) = (Day(law, LawColumns.Effective, faults), Day(law, LawColumns.Promulgated, faults));
        if (promulgated > effective) faults.Add(LawFaults.At(law.Place, LawColumns.Effective, "standards.law-import.order", "第 {0} 行“{1}”早于公布日期，请核对两个日期。"));
        var ended = Day(law, LawColumns.Ended, faults);
        if (ended is not null && state == LawState.InEffect) faults.Add(LawFaults.At(law.Place, LawColumns.Ended, "standards.law-import.ended-state", "第 {0} 行“{1}”写了日期，状态却是现行有效。将要失效的请写已修订或已废止，到这一天才算失效。"));
        if (ended < effective) faults.Add(LawFaults.At(law.Place, LawColumns.Ended, "standards.law-import.ended-order", "第 {0} 行“{1}”早于施行日期，请核对两个日期。"));
        return new(law.Place, law["code"], law[LawColumns.Name], level ?? default, law[LawColumns.Issuer], law[LawColumns.Number], promulgated, effective ?? default, state ?? default, ended, law[LawColumns.Replaces], law[LawColumns.Source], Clauses(law, faults));
    }

    private static List<ReadClause> Clauses(LawText law, List<Fault> faults)
    {
        var (read, seen) = (new List<ReadClause>(), new HashSet<int>());
        foreach (var clause in law.Clauses)
        {
            var article = ArticleNumber.Of(clause.Article.Trim());
            if (article is null or <= 0) faults.Add(LawFaults.At(clause.Place, LawColumns.Article, "standards.law-import.article", "第 {0} 行“{1}”不认识：请写“第二十八条”或 28。"));
            else if (!seen.Add(article.Value)) faults.Add(LawFaults.At(clause.Place, LawColumns.Article, "standards.law-import.article-twice", "第 {0} 行“{1}”与前面的重复，一条写一行。"));
            if (clause.Text.Trim().Length == 0) faults.Add(LawFaults.At(clause.Place, LawColumns.Text, "standards.law-import.required", "第 {0} 行“{1}”没有填写。"));
            Look(clause.Text, clause.Place, LawColumns.Text, MostText, faults);
            var ban = Enum.TryParse<ClauseBan>(clause.Ban, ignoreCase: true, out var reading) && Enum.IsDefined(reading) && char.IsLetter(clause.Ban[0]) ? reading : (ClauseBan?)null;
            if (ban is null && clause.Ban.Length > 0) faults.Add(LawFaults.At(clause.Place, "ban", "standards.law-import.ban", "第 {0} 行“{1}”不认识：请写 none、express、confidentialityDuty 或 undecided。"));
            read.Add(new(article ?? 0, clause.Text.Trim().ReplaceLineEndings("\n"), ban, clause.Note.Trim()));
        }
        return read;
    }

    private static DateOnly? Day(LawText law, string column, List<Fault> faults)
    {
        if (law[column].Length == 0) return null;
        if (DateTime.TryParseExact(law[column], LawSpellings.Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) && day.Year is >= 1900 and <= 2100) return DateOnly.FromDateTime(day);
        faults.Add(LawFaults.At(law.Place, column, "standards.law-import.day", "第 {0} 行“{1}”应写成 2026-11-26 的样子。"));
        return null;
    }

    private static void Look(string text, int place, string column, int most, List<Fault> faults)
    {
        if (text.Length > most) faults.Add(LawFaults.At(place, column, "standards.law-import.long", "第 {0} 行“{1}”超过 {2} 字。", most));
        if (ClassificationMarks.Find(text) is not null) faults.Add(LawFaults.At(place, column, "standards.classification-mark", "第 {0} 行“{1}”带有密级标志。国家秘密和工作秘密不得进入本系统，文件没有保存。"));
    }
}
