using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Templates;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>Finds the stored row that a row of a workbook is about: by its mark, else by its number or code, else by its name. Never two rows for one.</summary>
internal sealed class RowFinder(IReportTable table, long report, IReadOnlyList<ReportRow> stored, CompleteRow? complete)
{
    private static readonly string[] Codes = ["number", "code"];
    private readonly Dictionary<long, ReportRow> _byId = stored.ToDictionary(r => r.Id);
    private readonly ILookup<string, ReportRow> _byCode = stored.SelectMany(r => Codes.Select(c => (Code: r[c], Row: r))).Where(r => r.Code.Length > 0).ToLookup(r => r.Code, r => r.Row);
    private readonly ILookup<string, ReportRow> _byName = stored.ToLookup(r => Name(table, r.Values));
    private readonly Dictionary<long, int> _seen = [];
    private readonly Dictionary<string, int> _added = [];

    /// <summary>Stored rows that no row of the workbook was about.</summary>
    public int Unseen => _byId.Count - _seen.Count;

    /// <summary>The stored row; null for a new one. What is wrong is added to <paramref name="words"/>.</summary>
    public ReportRow? Find(int number, string? mark, Dictionary<string, string> values, List<CellWord> words)
    {
        var isMarked = mark is { Length: > 0 };
        var found = isMarked ? ByMark(mark!, words) : null;
        if (complete?.Invoke(values, found) is { } hindered) words.Add(CellWord.Of(hindered.Field ?? "", hindered, wrong: true));
        if (!isMarked) found = ByWords(values);
        if (found is null)
        {
            if (!isMarked && Name(table, values) is { Length: > 0 } name && !_added.TryAdd(name, number))
                words.Add(Wrong("与第 {0} 行同名。同一条请只写一行；确是两条的，请把名称写得有区别。", number: _added[name]));
            return null;
        }
        if (!_seen.TryAdd(found.Id, number)) words.Add(Wrong("与第 {0} 行是同一条（行标识或名称相同）。复制出来的新行请清空行标识并另起名称。", number: _seen[found.Id]));
        return found;
    }

    private ReportRow? ByMark(string mark, List<CellWord> words)
    {
        if (RowMark.ReadRow(report, mark) is not { } read)
        {
            words.Add(new(Comparison.RowIdKey, null, true, "行标识被改动过，认不出是哪一行。请从模板复制原来的行标识；新增的行请清空行标识。", []));
            return null;
        }
        if (_byId.TryGetValue(read.Record, out var row))
        {
            if (row.Edit != read.Edit) words.Add(new("", null, false, "下载模板以后，系统里的这一行改过。请核对划掉的旧值。", []));
            return row;
        }
        words.Add(new(Comparison.RowIdKey, null, true, "系统里已经没有这一行（已移出或已划转）。仍要报送的请清空行标识，作为新增。", []));
        return null;
    }

    private ReportRow? ByWords(IReadOnlyDictionary<string, string> values)
    {
        foreach (var code in Codes)
            if (values.GetValueOrDefault(code) is { Length: > 0 } text && _byCode[text].ToList() is [var only]) return only;
        return Name(table, values) is { Length: > 0 } name && _byName[name].ToList() is [var row] ? row : null;
    }

    private static string Name(IReportTable table, IReadOnlyDictionary<string, string> values)
    {
        var parts = table.NamedBy.Select(k => string.Concat(TextFold.Of(values.GetValueOrDefault(k, "")).Where(char.IsLetterOrDigit))).ToList();
        return parts.Contains("") ? "" : string.Join('\n', parts);
    }

    private static CellWord Wrong(string text, int number) => new("name", null, true, text, [number.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
}
