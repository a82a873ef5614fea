using System.Text.Json.Nodes;

namespace Qingdan.Records.Contracts.Editions;

/// <summary>A list that editions publish. Each module brings those of its own records.</summary>
public interface IEditionList
{
    /// <summary>Stable: <c>responsibility</c>, <c>negative</c>, <c>demand</c>; the name of its file in the archive.</summary>
    string Name { get; }

    /// <summary>Its title, Chinese: 公共数据责任清单.</summary>
    string Title { get; }

    /// <summary>The list's place among the others.</summary>
    int Place { get; }

    /// <summary>What its entries say, in the order of a table: member of the content → Chinese head.</summary>
    IReadOnlyList<(string Key, string Title)> Columns { get; }

    /// <summary>What is in force now, in the order of the keys (ordinal), of these units or of all when there are none. Streamed.</summary>
    IAsyncEnumerable<EditionEntry> Read(IReadOnlyCollection<long> unitIds, CancellationToken cancel);
}

/// <summary>An entry as an edition has it.</summary>
/// <param name="Key">Its number, or what stands for it while it has none; unique in its list and stable through editions.</param>
/// <param name="UnitId">Whose it is.</param>
/// <param name="Content">What it says, with <c>key</c>, <c>unit</c> and <c>name</c>; texts, truths and lists of them, no ids and no times.</param>
public sealed record EditionEntry(string Key, long UnitId, JsonObject Content);
