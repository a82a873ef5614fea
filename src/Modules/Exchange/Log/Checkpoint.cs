using System.Text;
using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;

namespace Qingdan.Exchange.Log;

/// <summary>A place of a chain signed with the city's key (检查点): what came before it can be neither altered nor taken out without being seen.</summary>
internal sealed class Checkpoint
{
    private const string Kind = "公共数据交换日志检查点";
    private const int Version = 1;

    public long Node { get; init; }
    public long Sequence { get; init; }

    /// <summary>The chain's digest there.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>When it was signed.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>By how many milliseconds the node's clock was set back since the checkpoint before, at most; 0 when it went on.</summary>
    public long SetBack { get; init; }

    /// <summary>Name of the signing suite.</summary>
    public string Suite { get; set; } = "";

    /// <summary>Of the key.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>DER, base64.</summary>
    public string Signature { get; set; } = "";

    /// <summary>What is signed, RFC 8785. Its form is in docs/EXCHANGE-LOG.md and stays.</summary>
    public byte[] Content(DateTimeOffset nodeCreated) => Encoding.UTF8.GetBytes(CanonicalJson.Of(new JsonObject
    {
        ["kind"] = Kind, ["version"] = Version, ["node"] = Node, ["created"] = nodeCreated.ToUnixTimeMilliseconds(), ["sequence"] = Sequence, ["digest"] = Convert.ToHexStringLower(Digest),
        ["at"] = At.ToUnixTimeMilliseconds(), ["setBack"] = SetBack,
    }));

    /// <summary>The line that exports and the file <c>head</c> have: suite, fingerprint, signature, content.</summary>
    public string Line(DateTimeOffset nodeCreated) => $"{Suite} {Fingerprint} {Signature} {Encoding.UTF8.GetString(Content(nodeCreated))}";
}
