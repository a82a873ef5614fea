using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Records.Editions.Viewing;

namespace Qingdan.Records.Editions.Tables;

/// <summary>The lists of an edition, or of the draft of a round, as tables; every cell comes out of the archive.</summary>
internal sealed class OpenTables(Store store, ShowEdition show, LineSources sources, IEnumerable<IEditionList> lists)
{
    /// <summary>Opens an archive that this person may see.</summary>
    public async Task<Result<EditionTables>> Run(long id, int round, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return found.As<EditionTables>();
        if (await store.Set<EditionFile>().AsNoTracking().SingleOrDefaultAsync(f => f.EditionId == id && f.Round == round, cancel) is not { } file) return EditionFaults.NotWritten;
        var tables = view.Files.Single(f => f.Round == round).Lists.Select(l => (List: l, Kind: lists.FirstOrDefault(k => k.Name == l.Name))).Where(l => l.Kind is not null);
        return new EditionTables(view, file, [.. tables.Select(l => new ListTable(l.List, l.Kind!.Columns))]);
    }

    /// <summary>The rows of a list, in the order of its columns. Streamed.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> Rows(EditionTables tables, ListTable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in sources.Of(tables.File, table.List.Name, cancel))
        {
            var entry = JsonNode.Parse(line)!.AsObject();
            yield return [.. table.Columns.Select(c => EntryText.Of(entry[c.Key]))];
        }
    }

    /// <summary>The beginning of a list for paper: at most so many rows, without the columns in which none of them says anything.</summary>
    public async Task<PaperTable> Beginning(EditionTables tables, ListTable table, int most, CancellationToken cancel)
    {
        var rows = await Rows(tables, table, cancel).Take(most).ToListAsync(cancel);
        var filled = Enumerable.Range(0, table.Columns.Count).Where(i => rows.Count == 0 || rows.Exists(r => r[i].Length > 0)).ToList();
        return new PaperTable(table.List.Title, [.. filled.Select(i => table.Columns[i].Title)], rows.ConvertAll(IReadOnlyList<string> (r) => [.. filled.Select(i => r[i])]), table.List.Count);
    }
}

/// <summary>An archive with its lists.</summary>
internal sealed record EditionTables(EditionView View, EditionFile File, IReadOnlyList<ListTable> Lists);

/// <summary>A list with its columns: member of an entry → Chinese head.</summary>
internal sealed record ListTable(EditionListView List, IReadOnlyList<(string Key, string Title)> Columns);

/// <summary>A list on paper: its first rows, and how many there are in all.</summary>
public sealed record PaperTable(string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, long Total);
