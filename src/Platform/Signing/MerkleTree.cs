namespace Qingdan.Platform.Signing;

/// <summary>
/// Merkle tree over the leaves of a list (RFC 9162, 2.1), built leaf by leaf: what is kept while it grows is one digest for each full subtree.
/// A leaf is told from a node by its first byte, so that neither passes for the other.
/// </summary>
public sealed class MerkleTree : IDisposable
{
    private const byte Leaf = 0, Node = 1;

    private readonly Digest _digest;
    private readonly byte[] _empty;

    // Roots of the full subtrees of what came so far, the largest first: one for each bit of the count.
    private readonly List<byte[]> _full = [];

    /// <summary>An empty tree.</summary>
    public MerkleTree(SigningSuite suite) => (_digest, _empty) = (suite.NewDigest(), suite.DigestOf([]));

    /// <summary>How many leaves it has.</summary>
    public long Count { get; private set; }

    /// <summary>Digest of one leaf.</summary>
    public static byte[] LeafOf(SigningSuite suite, ReadOnlySpan<byte> data)
    {
        using var digest = suite.NewDigest();
        return Hash(digest, Leaf, data, default);
    }

    /// <summary>Adds a leaf and answers its digest.</summary>
    public byte[] Add(ReadOnlySpan<byte> data)
    {
        var leaf = Hash(_digest, Leaf, data, default);
        AddLeaf(leaf);
        return leaf;
    }

    /// <summary>Adds a leaf by its digest.</summary>
    public void AddLeaf(byte[] leaf)
    {
        var root = leaf;
        for (var bits = Count++; (bits & 1) == 1; bits >>= 1)
        {
            root = Hash(_digest, Node, _full[^1], root);
            _full.RemoveAt(_full.Count - 1);
        }
        _full.Add(root);
    }

    /// <summary>The root over what was added so far.</summary>
    public byte[] Root()
    {
        if (_full.Count == 0) return _empty;
        var root = _full[^1];
        for (var i = _full.Count - 2; i >= 0; i--) root = Hash(_digest, Node, _full[i], root);
        return root;
    }

    /// <summary>The proof that the leaf at <paramref name="index"/> (from 0) is in the tree over these leaves (RFC 9162, 2.1.3.1), from the leaf upwards.</summary>
    public static IReadOnlyList<byte[]> Path(SigningSuite suite, ReadOnlySpan<byte[]> leaves, long index)
    {
        if (leaves.Length <= 1) return [];
        var split = 1;
        while (split * 2 < leaves.Length) split *= 2;
        return index < split ? [.. Path(suite, leaves[..split], index), RootOf(suite, leaves[split..])] : [.. Path(suite, leaves[split..], index - split), RootOf(suite, leaves[..split])];
    }

    /// <summary>The root that a proof leads to from a leaf (RFC 9162, 2.1.3.2); null when the proof does not fit that place in a tree of that size.</summary>
    public static byte[]? RootFrom(SigningSuite suite, byte[] leaf, long index, long count, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= count) return null;
        using var digest = suite.NewDigest();
        var (place, last, root) = (index, count - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0) return null;
            if ((place & 1) == 1 || place == last)
            {
                root = Hash(digest, Node, sibling, root);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else root = Hash(digest, Node, root, sibling);
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 ? root : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();

    private static byte[] RootOf(SigningSuite suite, ReadOnlySpan<byte[]> leaves)
    {
        using var tree = new MerkleTree(suite);
        foreach (var leaf in leaves) tree.AddLeaf(leaf);
        return tree.Root();
    }

    private static byte[] Hash(Digest digest, byte kind, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        digest.Append([kind]);
        digest.Append(left);
        digest.Append(right);
        var result = new byte[SigningSuite.DigestSize];
        digest.Finish(result);
        return result;
    }
}
