using System.Text.Json;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Returns;

namespace Qingdan.Records.Rounds;

/// <summary>The parts of rows that stand there as JSON.</summary>
internal static class ReportJson
{
    /// <summary>What a comparison found.</summary>
    public static ReturnFigures ReadFigures(this Return row) => JsonSerializer.Deserialize<ReturnFigures>(row.Figures, JsonText.Readable)!;

    /// <summary>What there is to say about a row's cells.</summary>
    public static IReadOnlyList<CellWord> ReadCells(this ReturnLine line) => JsonSerializer.Deserialize<List<CellWord>>(line.Cells, JsonText.Readable)!;

    /// <summary>Key → text.</summary>
    public static IReadOnlyDictionary<string, string> ReadValues(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonText.Readable)!;

    /// <summary>The row as reported, about the record that it names.</summary>
    public static ReportedRow Said(this ReportLine line, ReportRow? stored) =>
        new(line.Change, line.Change == ReportChange.Same && stored is not null && line.NamedValues == "{}" ? stored.Values : ReadValues(line.NamedValues), stored);
}
