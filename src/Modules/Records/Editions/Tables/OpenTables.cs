using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Records.Editions.Viewing;

namespace Qingdan.Records.Editions.Tables;

/// <summary>The lists of an edition, or of the draft of a round, as tables.</summary>
internal sealed class OpenTables(Store store, LineSources sources, IEnumerable<IEditionList> lists, IOrganizationDirectory organizations)
{
    /// <summary>Opens an archive that this person may see.</summary>
    public async Task<Result<EditionTables>> Run(long id, int round, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, units).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } row) return EditionFaults.NotFound;
        if (await store.Set<EditionFile>().AsNoTracking().SingleOrDefaultAsync(f => f.EditionId == id && f.Round == round, cancel) is not { } file) return EditionFaults.NotWritten;
        var written = await store.Set<EditionListRow>().AsNoTracking().Where(l => l.EditionFileId == file.Id).OrderBy(l => l.Place).ToListAsync(cancel);
        var tables = written.Select(l => (List: l, Kind: lists.FirstOrDefault(k => k.Name == l.Name))).Where(l => l.Kind is not null).Select(l => new ListTable(l.List, l.Kind!.Columns));
        return new EditionTables(FindEditions.Row(row, units), row.Summary, row.Minutes, file, await sources.Open(file, cancel), [.. tables]);
    }
}

/// <summary>An archive with its lists; every cell comes out of it.</summary>
internal sealed record EditionTables(EditionRow Row, string Summary, string Minutes, EditionFile File, ArchiveLines Lines, IReadOnlyList<ListTable> Lists)
{
    /// <summary>The rows of a list, in the order of its columns. Streamed.</summary>
    public IAsyncEnumerable<IReadOnlyList<string>> Rows(ListTable table, CancellationToken cancel) =>
        Lines.Of(table.List.Name, cancel).Select(line => EntryText.Cells(JsonNode.Parse(line)!.AsObject(), table.Columns));

    /// <summary>The beginning of a list for paper: at most so many rows, without the columns in which none of them says anything.</summary>
    public async Task<PaperTable> Beginning(ListTable table, int most, CancellationToken cancel)
    {
        var rows = await Rows(table, cancel).Take(most).ToListAsync(cancel);
        var filled = Enumerable.Range(0, table.Columns.Count).Where(i => rows.Count == 0 || rows.Exists(r => r[i].Length > 0)).ToList();
        return new PaperTable(table.List.Title, [.. filled.Select(i => table.Columns[i].Title)], rows.ConvertAll(IReadOnlyList<string> (r) => [.. filled.Select(i => r[i])]), table.List.Count);
    }
}

/// <summary>A list with its columns: member of an entry → Chinese head.</summary>
internal sealed record ListTable(EditionListRow List, IReadOnlyList<(string Key, string Title)> Columns);

/// <summary>A list on paper: its first rows, and how many there are in all.</summary>
public sealed record PaperTable(string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, long Total);
