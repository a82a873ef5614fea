using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Documents;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

public sealed class CallLineTests
{
    private const long MostId = (1L << 53) - 1;

    private static readonly Gen<long> Id = Gen.OneOf(Gen.Const(0L), Gen.Long[0, MostId], Gen.Const(MostId));
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Const(""), Gen.Char['\0', '\u007f'].Array[0, 12].Select(c => new string(c)), Gen.OneOf("核对婚姻状况", "\"引号\"\\反斜杠\t\n", "\u0001\u001f", "😀\u2028é"));
    private static readonly Gen<byte[]?> Digest = Gen.OneOf(Gen.Const((byte[]?)null), Gen.Byte.Array[LogChain.Size].Select(b => (byte[]?)b));

    private static readonly Gen<CallRecord> Calls = Gen.Select(Id.Array[10], Text.Array[3], Digest.Array[2], Gen.Int[0, int.MaxValue].Array[2], Gen.Enum<CallResult>()).Select((ids, texts, digests, numbers, result) => new CallRecord
    {
        Id = ids[0], At = DateTimeOffset.FromUnixTimeMilliseconds(ids[1] % 4_000_000_000_000), ApplicationId = ids[2], ConsumerId = ids[3], ProviderId = ids[4], ResourceId = ids[5], GrantId = ids[6], EntryId = ids[7],
        Rows = ids[8], Bytes = ids[9], Purpose = texts[0], Items = texts[1], Reason = texts[2], Request = digests[0], Answer = digests[1], Milliseconds = numbers[0], Status = numbers[1], Result = result, Sequence = ids[0],
    });

    [Fact]
    public void A_line_is_the_canonical_JSON_of_the_record() => Calls.Sample(call => Assert.Equal(Canonical(call), Encoding.UTF8.GetString(Line(call))));

    [Fact]
    public void A_record_read_from_its_line_gives_the_same_line() => Calls.Sample(call => Assert.Equal(Line(call), Line(CallLine.Read(Line(call)))));

    [Fact]
    public void The_digest_is_that_of_the_former_in_hexadecimal_and_the_line()
    {
        // printf '%s%s' 0000…0000 '{"a":1}' | openssl dgst -sha256
        var expected = System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(new string('0', 64) + "{\"a\":1}"));
        var digest = new byte[LogChain.Size];
        LogChain.Next(new byte[LogChain.Size], "{\"a\":1}"u8, digest);
        Assert.Equal(expected, digest);
    }

    private static byte[] Line(CallRecord call)
    {
        var line = new ArrayBufferWriter<byte>();
        CallLine.Write(call, line);
        return line.WrittenSpan.ToArray();
    }

    private static string Canonical(CallRecord c) => CanonicalJson.Of(new JsonObject
    {
        ["id"] = c.Id, ["at"] = c.At.ToUnixTimeMilliseconds(), ["application"] = c.ApplicationId, ["consumer"] = c.ConsumerId, ["provider"] = c.ProviderId, ["resource"] = c.ResourceId, ["grant"] = c.GrantId, ["entry"] = c.EntryId,
        ["purpose"] = c.Purpose, ["items"] = c.Items, ["rows"] = c.Rows, ["bytes"] = c.Bytes, ["milliseconds"] = c.Milliseconds, ["status"] = c.Status, ["result"] = $"{c.Result}", ["reason"] = c.Reason,
        ["request"] = Convert.ToHexStringLower(c.Request ?? []), ["answer"] = Convert.ToHexStringLower(c.Answer ?? []), ["sequence"] = c.Sequence,
    });
}
