using System.Text.Json.Nodes;

namespace Qingdan.Records.Contracts.Editions;

/// <summary>A list that is published: what of it is in force stands line by line in the book of lines, from which editions, comparisons and history are read. Each module brings those of its own records.</summary>
public interface IEditionList
{
    /// <summary>Stable: <c>responsibility</c>, <c>negative</c>, <c>demand</c>; the name of its file in the archive.</summary>
    string Name { get; }

    /// <summary>Its title, Chinese: 公共数据责任清单.</summary>
    string Title { get; }

    /// <summary>The list's place among the others.</summary>
    int Place { get; }

    /// <summary>Its page, on which the page of an entry is found by the entry's id.</summary>
    string Address { get; }

    /// <summary>Where its rows stand.</summary>
    ListSource Source { get; }

    /// <summary>What its entries say, in the order of a table: member of the content → Chinese head.</summary>
    IReadOnlyList<(string Key, string Title)> Columns { get; }

    /// <summary>What some rows say now, by id: <c>unit</c>, <c>name</c> and the rest, but for <c>key</c>; texts, truths and lists of them, no ids and no times.</summary>
    Task<IReadOnlyDictionary<long, JsonObject>> Contents(IReadOnlyCollection<long> ids, CancellationToken cancel);
}

/// <summary>The rows of a list in the store; each has <c>id</c>, <c>number</c>, <c>state</c>, <c>revision</c> and <c>changed_at</c>.</summary>
/// <param name="Name">The table.</param>
/// <param name="Unit">The column that says whose a row is.</param>
/// <param name="InForce">The state of those in force.</param>
public sealed record ListSource(string Name, string Unit, string InForce);
