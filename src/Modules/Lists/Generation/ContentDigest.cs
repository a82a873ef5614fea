using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Qingdan.Lists.Responsibilities;

namespace Qingdan.Lists.Generation;

/// <summary>Digests of proposed rows: the canonical bytes of the content, and the ids of its items, so that a renewed item is seen as a change.</summary>
internal sealed class ContentDigest
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Of a row of the 责任清单.</summary>
    public string Of(EntryContent content)
    {
        _bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_bytes, CanonicalBytes.Options)) CanonicalBytes.Write(json, content);
        return Close(content.Items.Count, i => content.Items[i].Id);
    }

    /// <summary>Of a row of the 负面清单.</summary>
    public string Of(string name, string code, string reason, IReadOnlyList<NegativeProposalItem> items)
    {
        _bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_bytes, CanonicalBytes.Options)) CanonicalBytes.Write(json, name, code, reason, items);
        return Close(items.Count, i => items[i].Id);
    }

    private string Close(int count, Func<int, long> id)
    {
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), id(i));
            _bytes.Advance(sizeof(long));
        }
        _hash.AppendData(_bytes.WrittenSpan);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest);
    }
}
