using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions.Comparing;

namespace Qingdan.Records.Lines.Viewing;

/// <summary>条目的沿革: what an entry said, from when to when, and what was altered each time.</summary>
internal sealed class ShowLine(Store store, IEnumerable<IEditionList> lists, FieldTitles titles)
{
    private static readonly Fault NotFound = new("records.line.not-found", "这一条没有生效过，没有沿革。", null, FaultKind.NotFound);

    /// <summary>The entry through time.</summary>
    public async Task<Result<LineHistoryView>> Run(string name, long entryId, CancellationToken cancel)
    {
        if (lists.FirstOrDefault(l => l.Name == name) is not { } list) return NotFound;
        var lines = await store.Set<ListLine>().AsNoTracking().Where(l => l.List == name && l.EntryId == entryId).OrderBy(l => l.FromAt).ThenBy(l => l.Id).ToListAsync(cancel);
        if (lines.Count == 0) return NotFound;
        var contents = lines.ConvertAll(l => JsonNode.Parse(l.Content)!.AsObject());
        var versions = lines.Select((l, i) => new LineVersion(
            l.FromAt, l.ToAt, i == 0 ? "新增" : lines[i - 1].ToAt < l.FromAt ? "重新列入" : "变更",
            i == 0 ? [] : [.. EntryChange.Of(contents[i - 1], contents[i]).Fields.Select(f => new LineField(titles.Of(list, f.Key), f.Before, f.After))])).Reverse().ToList();
        return new LineHistoryView(list.Name, list.Title, lines[^1].Key, $"{contents[^1]["name"]}", $"{contents[^1]["unit"]}", $"{list.Address}/{entryId}", lines[^1].ToAt is null, versions);
    }
}
