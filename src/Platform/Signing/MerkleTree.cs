using System.Buffers;

namespace Qingdan.Platform.Signing;

/// <summary>
/// Merkle tree over the leaves of a list (RFC 9162, 2.1), built leaf by leaf: what is kept while it grows is one digest for each full subtree.
/// A leaf is told from a node by its first byte, so that neither passes for the other.
/// </summary>
public sealed class MerkleTree(SigningSuite suite)
{
    private const byte Leaf = 0, Node = 1;
    private const int OnStack = 1024;

    // A subtree of so many leaves is not worth a thread of its own.
    private const int Small = 4096;

    // Roots of the full subtrees of what came so far, the largest first: one for each bit of the count.
    private readonly List<byte[]> _full = [];

    /// <summary>How many leaves it has.</summary>
    public long Count { get; private set; }

    /// <summary>Digest of one leaf.</summary>
    public static byte[] LeafOf(SigningSuite suite, ReadOnlySpan<byte> data) => Hash(suite, Leaf, data, default);

    /// <summary>Adds a leaf by its digest.</summary>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        var root = leaf;
        for (var bits = Count++; (bits & 1) == 1; bits >>= 1)
        {
            root = Hash(suite, Node, _full[^1], root);
            _full.RemoveAt(_full.Count - 1);
        }
        _full.Add(root.ToArray());
    }

    /// <summary>The root over what was added so far.</summary>
    public byte[] Root()
    {
        if (_full.Count == 0) return suite.DigestOf([]);
        var root = _full[^1];
        for (var i = _full.Count - 2; i >= 0; i--) root = Hash(suite, Node, _full[i], root);
        return root;
    }

    /// <summary>
    /// The proof that the leaf at <paramref name="index"/> (from 0) is in the tree over leaves of which these are the digests, one behind the other (RFC 9162, 2.1.3.1); from the leaf upwards.
    /// </summary>
    public static IReadOnlyList<byte[]> Path(SigningSuite suite, ReadOnlyMemory<byte> leaves, long index)
    {
        var count = leaves.Length / SigningSuite.DigestSize;
        if (count <= 1) return [];
        var split = Split(count);
        var (left, right) = (leaves[..(split * SigningSuite.DigestSize)], leaves[(split * SigningSuite.DigestSize)..]);
        return index < split ? [.. Path(suite, left, index), RootOf(suite, right)] : [.. Path(suite, right, index - split), RootOf(suite, left)];
    }

    /// <summary>The root that a proof leads to from a leaf (RFC 9162, 2.1.3.2); null when the proof does not fit that place in a tree of that size.</summary>
    public static byte[]? RootFrom(SigningSuite suite, byte[] leaf, long index, long count, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= count) return null;
        var (place, last, root) = (index, count - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0) return null;
            if ((place & 1) == 1 || place == last)
            {
                root = Hash(suite, Node, sibling, root);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else root = Hash(suite, Node, root, sibling);
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 ? root : null;
    }

    /// <summary>The root of the tree over leaves of which these are the digests, one behind the other; large subtrees side by side.</summary>
    public static byte[] RootOf(SigningSuite suite, ReadOnlyMemory<byte> leaves)
    {
        var count = leaves.Length / SigningSuite.DigestSize;
        if (count > Small)
        {
            var (split, left, right) = (Split(count) * SigningSuite.DigestSize, Array.Empty<byte>(), Array.Empty<byte>());
            Parallel.Invoke(() => left = RootOf(suite, leaves[..split]), () => right = RootOf(suite, leaves[split..]));
            return Hash(suite, Node, left, right);
        }
        var tree = new MerkleTree(suite);
        for (var i = 0; i < count; i++) tree.Add(leaves.Span.Slice(i * SigningSuite.DigestSize, SigningSuite.DigestSize));
        return tree.Root();
    }

    // The largest power of two below the count (RFC 9162, 2.1.1).
    private static int Split(int count)
    {
        var split = 1;
        while (split * 2 < count) split *= 2;
        return split;
    }

    // In one call: a list has as many leaves and nodes as lines, and each call of a digest costs more than the bytes of a node.
    private static byte[] Hash(SigningSuite suite, byte kind, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var length = 1 + left.Length + right.Length;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var bytes = rented is null ? stackalloc byte[OnStack] : rented.AsSpan();
        bytes[0] = kind;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + left.Length)..]);
        var digest = suite.DigestOf(bytes[..length]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return digest;
    }
}
