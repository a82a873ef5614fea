using System.Buffers;
using Qingdan.Platform.Signing;

namespace Qingdan.Records.Editions.Archive;

/// <summary>The Merkle tree over the lines of a stream that comes in pieces.</summary>
internal sealed class LineTree(SigningSuite suite)
{
    private readonly ArrayBufferWriter<byte> _leaves = new(), _rest = new();
    private readonly List<ReadOnlyMemory<byte>> _lines = [];

    /// <summary>Adds a piece. Its lines are digested side by side: a line costs as much again as its bytes in the file.</summary>
    public void Add(ReadOnlyMemory<byte> piece)
    {
        _lines.Clear();
        for (int end; (end = piece.Span.IndexOf((byte)'\n')) >= 0; piece = piece[(end + 1)..])
        {
            if (_rest.WrittenCount == 0) _lines.Add(piece[..end]);
            else
            {
                _rest.Write(piece.Span[..end]);
                Leaf();
            }
        }
        _rest.Write(piece.Span);
        var digests = _leaves.GetMemory(_lines.Count * SigningSuite.DigestSize);
        Parallel.For(0, _lines.Count, i => MerkleTree.LeafOf(suite, _lines[i].Span).CopyTo(digests[(i * SigningSuite.DigestSize)..]));
        _leaves.Advance(_lines.Count * SigningSuite.DigestSize);
    }

    /// <summary>The tree; a last line without an end counts too.</summary>
    public Lines Close()
    {
        if (_rest.WrittenCount > 0) Leaf();
        return new Lines(_leaves.WrittenCount / SigningSuite.DigestSize, Convert.ToHexStringLower(MerkleTree.RootOf(suite, _leaves.WrittenMemory)), _leaves.WrittenMemory);
    }

    private void Leaf()
    {
        _leaves.Write(MerkleTree.LeafOf(suite, _rest.WrittenSpan));
        _rest.ResetWrittenCount();
    }

    /// <summary>The lines of a list.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Root">Root of their tree, hexadecimal.</param>
    /// <param name="Leaves">The digest of each, one after the other.</param>
    internal sealed record Lines(long Count, string Root, ReadOnlyMemory<byte> Leaves)
    {
        /// <summary>The first line, from 1, whose digest is not the one kept beside the list; null when all are.</summary>
        public long? FirstUnlike(ReadOnlySpan<byte> kept) => Leaves.Span.CommonPrefixLength(kept) is var alike && alike < Leaves.Length ? (alike / SigningSuite.DigestSize) + 1 : null;
    }
}
