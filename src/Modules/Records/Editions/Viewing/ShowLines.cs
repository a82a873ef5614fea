using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Editions.Viewing;

/// <summary>A list as an edition, or the draft of a round, has it: read from the archive itself.</summary>
internal sealed class ShowLines(Store store, ReadLines read, IEnumerable<IEditionList> lists, IOrganizationDirectory organizations)
{
    /// <summary>Lines on a page.</summary>
    public const int Size = 50;

    /// <summary>A page of it.</summary>
    public async Task<Result<LinesView>> Run(long id, int round, string name, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, units).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } row) return EditionFaults.NotFound;
        if (await store.Set<EditionFile>().AsNoTracking().SingleOrDefaultAsync(f => f.EditionId == id && f.Round == round, cancel) is not { } file) return EditionFaults.NotWritten;
        if (await store.Set<EditionListRow>().AsNoTracking().SingleOrDefaultAsync(l => l.EditionFileId == file.Id && l.Name == name, cancel) is not { } list || lists.FirstOrDefault(l => l.Name == name) is not { } kind) return EditionFaults.NotFound;
        var lines = await read.Run(file, list, (long)(page - 1) * Size, Size, cancel);
        return new LinesView(
            FindEditions.Row(row, units), round, name, list.Title, [.. kind.Columns.Select(c => c.Title)],
            [.. lines.Select(l => JsonNode.Parse(l)!.AsObject()).Select(o => new LineView($"{o["key"]}", EntryText.Cells(o, kind.Columns)))], page, list.Count);
    }

    /// <summary>The page on which a unit's first entry is; null when it has none.</summary>
    public async Task<long?> PageOf(long id, int round, string name, long unit, CancellationToken cancel)
    {
        var family = (await organizations.Tree(cancel)).Family(unit);
        var marks = from m in store.Set<EditionMark>() join f in store.Set<EditionFile>() on m.EditionFileId equals f.Id where f.EditionId == id && f.Round == round && m.List == name && family.Contains(m.UnitId) select (long?)m.Place;
        return await marks.MinAsync(cancel) is { } place ? (place / Size) + 1 : null;
    }
}
