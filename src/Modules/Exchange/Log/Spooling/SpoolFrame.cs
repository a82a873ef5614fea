using System.Buffers;
using System.Buffers.Binary;

namespace Qingdan.Exchange.Log.Spooling;

/// <summary>A record as the spool has it: length of the line (4 bytes), sequence (8), the chain's digest after it (32), the line, and an end of line. Numbers begin with the lowest byte.</summary>
internal static class SpoolFrame
{
    /// <summary>Bytes before the line.</summary>
    public const int Head = SequenceAt + sizeof(long) + LogChain.Size;

    /// <summary>What follows the line.</summary>
    public const byte End = (byte)'\n';

    private const int SequenceAt = sizeof(int), DigestAt = SequenceAt + sizeof(long);

    /// <summary>Writes a frame; <paramref name="digest"/> is the chain's before it, and after it when this returns.</summary>
    public static void Write(IBufferWriter<byte> target, long sequence, ReadOnlySpan<byte> line, Span<byte> digest)
    {
        LogChain.Next(digest, line, digest);
        var frame = target.GetSpan(Head + line.Length + 1);
        BinaryPrimitives.WriteInt32LittleEndian(frame, line.Length);
        BinaryPrimitives.WriteInt64LittleEndian(frame[SequenceAt..], sequence);
        digest.CopyTo(frame[DigestAt..]);
        line.CopyTo(frame[Head..]);
        frame[Head + line.Length] = End;
        target.Advance(Head + line.Length + 1);
    }

    /// <summary>Length of the line that a head announces.</summary>
    public static int Length(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadInt32LittleEndian(head);

    /// <summary>The sequence in a head.</summary>
    public static long Sequence(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadInt64LittleEndian(head[SequenceAt..]);

    /// <summary>The digest in a head.</summary>
    public static ReadOnlySpan<byte> Digest(ReadOnlySpan<byte> head) => head.Slice(DigestAt, LogChain.Size);
}
