using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Lists.Contracts;

/// <summary>What is to be exported of a list.</summary>
/// <param name="Format">File format.</param>
/// <param name="Print">The print version with title, issuing body and date; otherwise the flat data version.</param>
/// <param name="UnitId">One unit's list only, what it provides or what it asks for; 0 for all.</param>
public sealed record ListExportOrder(TableFormat Format, bool Print = false, long UnitId = 0);

/// <summary>One list that can be written to a stream; each list registers its own.</summary>
public interface IListExport
{
    /// <summary>Name on the command line: <c>responsibility</c>, <c>negative</c>, <c>demand</c>.</summary>
    string List { get; }

    /// <summary>Writes what of the list is in force.</summary>
    Task Write(ListExportOrder order, Actor actor, Stream target, CancellationToken cancel);
}

/// <summary>The three lists as files, for the command line and for other modules.</summary>
public sealed class ListExports(IEnumerable<IListExport> lists)
{
    /// <summary>The names of the lists that can be exported.</summary>
    public IReadOnlyList<string> Names { get; } = [.. lists.Select(l => l.List).Order(StringComparer.Ordinal)];

    /// <summary>Writes a list; refused when there is none of this name.</summary>
    public async Task<Result<Done>> Write(string list, ListExportOrder order, Actor actor, Stream target, CancellationToken cancel)
    {
        if (lists.FirstOrDefault(l => l.List == list) is not { } found)
            return new Fault("lists.export.unknown", "没有清单“{0}”。可以导出：{1}。", "list", FaultKind.NotFound, list, string.Join("、", Names));
        await found.Write(order, actor, target, cancel);
        return new Done();
    }
}
