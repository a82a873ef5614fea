using System.Security.Cryptography;

namespace Qingdan.Platform.Ids;

/// <summary>
/// This process's node among those that make ids for one store: a random one of <see cref="IdSource.Nodes"/> that no other process over the same data folder
/// holds. It is held by a lock on a file, which the system releases when the process ends, however it ends. So the command line beside a running server cannot
/// make an id of the server's. Servers with folders of their own over one PostgreSQL make an equal id only when they drew the same node and write to one table
/// in the same millisecond; the table's key then refuses the second, and nothing is overwritten.
/// </summary>
public sealed class NodeClaim : IDisposable
{
    private readonly FileStream? _held;

    /// <summary>Claims a node, or where the folder cannot be written, draws one.</summary>
    public NodeClaim(string folder)
    {
        var nodes = Enumerable.Range(0, IdSource.Nodes).ToArray();
        RandomNumberGenerator.Shuffle(nodes.AsSpan());
        Node = nodes[0];
        foreach (var node in nodes)
            if (Hold(Path.Combine(folder, "nodes"), node) is { } held)
            {
                (Node, _held) = (node, held);
                return;
            }
    }

    /// <summary>The node.</summary>
    public int Node { get; }

    /// <summary>Gives the node back.</summary>
    public void Dispose() => _held?.Dispose();

    // The files stay, empty: were they removed, one process could lock the old file and another a new one of the same name.
    private static FileStream? Hold(string folder, int node)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, $"{node}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
