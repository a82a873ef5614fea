using System.Buffers;
using Qingdan.Platform.Signing;

namespace Qingdan.Records.Editions.Archive;

/// <summary>The Merkle tree over the lines of a stream that comes in pieces.</summary>
internal sealed class LineTree(SigningSuite suite)
{
    private readonly MerkleTree _tree = new(suite);
    private readonly ArrayBufferWriter<byte> _leaves = new(), _rest = new();

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        for (int end; (end = piece.IndexOf((byte)'\n')) >= 0; piece = piece[(end + 1)..])
        {
            if (_rest.WrittenCount == 0) _leaves.Write(_tree.Add(piece[..end]));
            else
            {
                _rest.Write(piece[..end]);
                Leaf();
            }
        }
        _rest.Write(piece);
    }

    /// <summary>The tree; a last line without an end counts too.</summary>
    public Lines Close()
    {
        if (_rest.WrittenCount > 0) Leaf();
        return new Lines(_tree.Count, Convert.ToHexStringLower(_tree.Root()), _leaves.WrittenMemory);
    }

    private void Leaf()
    {
        _leaves.Write(_tree.Add(_rest.WrittenSpan));
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
