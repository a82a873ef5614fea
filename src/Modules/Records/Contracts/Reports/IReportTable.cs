using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Forms;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Records.Contracts.Reports;

/// <summary>报表: one kind of record that units report in a round. Each module brings those of its own records.</summary>
public interface IReportTable
{
    /// <summary>Stable: <c>catalog</c>, <c>items</c>, <c>demand</c>, <c>responsibility</c>, <c>negative</c>.</summary>
    string Key { get; }

    /// <summary>Its title, Chinese: 公共数据责任清单.</summary>
    string Title { get; }

    /// <summary>Its short name for a board's column, Chinese: 责任清单.</summary>
    string Name { get; }

    /// <summary>The table's place among the others.</summary>
    int Place { get; }

    /// <summary>What stands in its workbook, from the declaration.</summary>
    IReadOnlyList<ReportColumn> Columns { get; }

    /// <summary>The columns that together name a row as people do, the row's own name last: 姓名 is another data item in each resource.</summary>
    IReadOnlyList<string> NamedBy => ["name"];

    /// <summary>Choices that help with a free text and depend on another column: key → choices.</summary>
    Task<IReadOnlyDictionary<string, FormChoices>> Choices(CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<string, FormChoices>>(new Dictionary<string, FormChoices>());

    /// <summary>What units have now, in a stable order: the prefilled rows.</summary>
    Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, CancellationToken cancel);

    /// <summary>Those of <see cref="Rows(IReadOnlyCollection{long}, CancellationToken)"/> that are named by id: what a page shows. A table with many rows reads only these.</summary>
    async Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        [.. (await Rows(unitIds, cancel)).Where(r => ids.Contains(r.Id))];

    /// <summary>For a table whose rows stand under other records: what puts into a row what follows from what was written. Asked once for a whole workbook.</summary>
    Task<CompleteRow?> Completion(ReportScope scope, CancellationToken cancel) => Task.FromResult<CompleteRow?>(null);

    /// <summary>Keys of what a stored row shows of another table: the unit keeps it there already and would have written it a second time.</summary>
    IEnumerable<string> Repeats(ReportRow row) => [];

    /// <summary>What hinders taking a row over beyond its declaration; each fault names a column's key, or none for the whole row. Pure.</summary>
    IEnumerable<Fault> Faults(ReportedRow row);

    /// <summary>
    /// Brings the accepted rows that say something new into the records, inside the caller's transaction, each along its own way: what needs a review of
    /// its own becomes a draft or a candidate. What cannot be taken is answered as a fault that names the row; the caller then rolls back.
    /// </summary>
    Task<IReadOnlyList<Fault>> Apply(AcceptedReport report, Actor actor, CancellationToken cancel);
}

/// <summary>Completes the values of a row; answers what hinders it. <paramref name="marked"/> is the stored row that its mark names, null for a row without a mark.</summary>
public delegate Fault? CompleteRow(IDictionary<string, string> values, ReportRow? marked);

/// <summary>What the rows of a report may refer to.</summary>
/// <param name="UnitIds">The unit that reports, with those merged into it.</param>
/// <param name="Announced">Names that its other reports of the round bring, by the table's key: they stand in no record before that report is accepted.</param>
public sealed record ReportScope(IReadOnlyCollection<long> UnitIds, ILookup<string, string> Announced);

/// <summary>One column of a workbook.</summary>
/// <param name="Element">Its declaration.</param>
/// <param name="Group">The head above it, Chinese; empty for none.</param>
/// <param name="Sample">A right value for instructions and example.</param>
public sealed record ReportColumn(Element Element, string Group, string Sample)
{
    /// <summary>Filled by the system: shown, never read.</summary>
    public bool Given { get; init; }

    /// <summary>The key of a column's values.</summary>
    public string Key => Element.Key;
}

/// <summary>A stored record as a row of a workbook.</summary>
/// <param name="Id">The record.</param>
/// <param name="Edit">Its number when it was read.</param>
/// <param name="Values">Key → text, choices by their Chinese names; empty values left out.</param>
public sealed record ReportRow(long Id, int Edit, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Keys whose value was inferred by the system and never stated by a person.</summary>
    public IReadOnlyCollection<string> Inferred { get; init; } = [];

    /// <summary>Keys that cannot be changed by a report in the record's present state, with the reason; a fault when they are.</summary>
    public Fault? Fixed { get; init; }

    /// <summary>The value of a column, empty where there is none.</summary>
    public string this[string key] => Values.GetValueOrDefault(key, "");

    /// <summary>
    /// A number for a row that is only a part of its record, or whose record's own number also counts what the workbook does not show: another one as soon as one of the values is.
    /// So of two reports about one record the second is only refused when the first changed what it shows.
    /// </summary>
    public static int NumberOf(IEnumerable<KeyValuePair<string, string>> values)
    {
        var text = string.Join('\n', values.Where(v => v.Value.Length > 0).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}\t{v.Value}"));
        return BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & int.MaxValue;
    }
}

/// <summary>What a report says of a row.</summary>
public enum ReportChange
{
    /// <summary>未变.</summary>
    Same,

    /// <summary>变更.</summary>
    Changed,

    /// <summary>新增.</summary>
    Added,

    /// <summary>删除.</summary>
    Removed,
}

/// <summary>A row as reported.</summary>
/// <param name="Change">What it says.</param>
/// <param name="Values">Key → text in the one spelling.</param>
/// <param name="Stored">The record it is about; null for a new one.</param>
public sealed record ReportedRow(ReportChange Change, IReadOnlyDictionary<string, string> Values, ReportRow? Stored)
{
    /// <summary>The value of a column, empty where there is none.</summary>
    public string this[string key] => Values.GetValueOrDefault(key, "");

    /// <summary>Whether it says another thing than the record.</summary>
    public bool Differs(string key) => this[key] != (Stored?[key] ?? "");
}

/// <summary>A unit's accepted report.</summary>
/// <param name="ReportId">The report, for what the records remember.</param>
/// <param name="UnitId">The unit that reports.</param>
/// <param name="Why">Round and notice as a Chinese sentence for the audit log.</param>
/// <param name="Rows">The rows that are not 未变.</param>
public sealed record AcceptedReport(long ReportId, long UnitId, string Why, IReadOnlyList<ReportedRow> Rows);
