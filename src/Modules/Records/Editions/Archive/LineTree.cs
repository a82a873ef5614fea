using Qingdan.Platform.Signing;

namespace Qingdan.Records.Editions.Archive;

/// <summary>The Merkle tree over the lines of a stream that comes in pieces.</summary>
internal sealed class LineTree(SigningSuite suite) : IDisposable
{
    private readonly MerkleTree _tree = new(suite);
    private readonly List<byte[]> _leaves = [];
    private readonly MemoryStream _rest = new();

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        for (int end; (end = piece.IndexOf((byte)'\n')) >= 0; piece = piece[(end + 1)..])
        {
            if (_rest.Length == 0) _leaves.Add(_tree.Add(piece[..end]));
            else
            {
                _rest.Write(piece[..end]);
                Leaf();
            }
        }
        _rest.Write(piece);
    }

    /// <summary>Count and root, and the digest of each line; a last line without an end counts too.</summary>
    public (long Count, string Root, List<byte[]> Leaves) Close()
    {
        if (_rest.Length > 0) Leaf();
        return (_tree.Count, Convert.ToHexStringLower(_tree.Root()), _leaves);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tree.Dispose();
        _rest.Dispose();
    }

    private void Leaf()
    {
        _leaves.Add(_tree.Add(_rest.GetBuffer().AsSpan(0, (int)_rest.Length)));
        _rest.SetLength(0);
    }
}
