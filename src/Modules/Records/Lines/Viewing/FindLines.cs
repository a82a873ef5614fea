using System.Data.Common;
using System.Text.Json.Nodes;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions;

namespace Qingdan.Records.Lines.Viewing;

/// <summary>A list as it was at the end of any day: what was in force is everybody's to read, as it was then.</summary>
internal sealed class FindLines(Store store, IEnumerable<IEditionList> lists, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>Lines on a page.</summary>
    public const int Size = 50;

    /// <summary>Lines in which a page looks for words, the first ones by key: a book of millions is not read through for a page. Exports look in all.</summary>
    public const int Searched = 20_000;

    /// <summary>The list that is asked for, or the first one.</summary>
    public IEditionList List(string name) => lists.FirstOrDefault(l => l.Name == name) ?? lists.OrderBy(l => l.Place).First();

    /// <summary>A page of it.</summary>
    public async Task<LinesOnDay> Page(LineFilter filter, int page, CancellationToken cancel)
    {
        var (list, tree) = (List(filter.List), await organizations.Tree(cancel));
        var ((where, values), searches) = (Where(filter, list, tree), filter.Words.Length > 0);
        var from = searches ? $"({Select} WHERE {where} ORDER BY key LIMIT {Searched}) s WHERE {HasWords}" : $"records_lines WHERE {where}";
        var total = (await store.Query($"SELECT count(*) FROM {from}", r => r.GetInt64(0), cancel, values))[0];
        var lines = await store.Query($"SELECT {Fields} FROM {from} ORDER BY key LIMIT {Size} OFFSET @skip", r => Line(r, list), cancel, [.. values, ("skip", (page - 1L) * Size)]);
        var more = searches && (await store.Query($"SELECT 1 FROM records_lines WHERE {where} ORDER BY key LIMIT 1 OFFSET {Searched}", r => 1, cancel, values)).Count > 0;
        var units = await store.Query("SELECT DISTINCT unit_id FROM records_lines WHERE list = @list", r => r.GetInt64(0), cancel, ("list", list.Name));
        return new LinesOnDay(
            filter with { List = list.Name }, filter.On ?? clock.Today(), [.. lists.OrderBy(l => l.Place).Select(l => (l.Name, l.Title))], list.Columns,
            [.. units.Select(tree.Living).Distinct().Select(u => new Option($"{u}", tree.ShortName(u))).OrderBy(o => o.Text, StringComparer.Ordinal)], lines, page, total, more);
    }

    /// <summary>All of it, in the order of the keys. Streamed.</summary>
    public async IAsyncEnumerable<LineOnDay> All(LineFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel, string after = "")
    {
        var list = List(filter.List);
        var (where, values) = Where(filter, list, await organizations.Tree(cancel));
        await foreach (var line in store.Stream($"{Select} WHERE {where} AND key > @after{(filter.Words.Length > 0 ? $" AND {HasWords}" : "")} ORDER BY key", r => Line(r, list), cancel, [.. values, ("after", after)])) yield return line;
    }

    private const string Fields = "entry_id, key, content, from_at, to_at", Select = $"SELECT {Fields} FROM records_lines", HasWords = "lower(content) LIKE @words ESCAPE '\\'";

    private static (string, (string, object?)[]) Where(LineFilter filter, IEditionList list, UnitTree tree) =>
        (LinesInForce.Where(filter.Unit == 0 ? [] : tree.Family(filter.Unit), filter.On), [("list", list.Name), ("words", LikePattern.Of(filter.Words))]);

    private static LineOnDay Line(DbDataReader r, IEditionList list)
    {
        var content = JsonNode.Parse(r.GetString(2))!.AsObject();
        return new LineOnDay(r.GetInt64(0), r.GetString(1), $"{content["unit"]}", $"{content["name"]}", DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(3)),
            r.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(4)), EntryText.Cells(content, list.Columns));
    }
}
