using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.Audit;

/// <summary>How events are chained: each digest covers the one before, so that an event changed or taken out in the middle is seen; the head guards the end.</summary>
internal static class AuditChain
{
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The digest of <paramref name="e"/> at place <paramref name="seal"/> after <paramref name="previous"/>.</summary>
    public static string Digest(string previous, long seal, AuditEvent e)
    {
        var text = JsonSerializer.Serialize(new object?[]
        {
            previous, seal, e.Id, e.At.ToUnixTimeMilliseconds(), e.ActorId, e.ActorName, e.UnitId, e.UnitName,
            e.Action, e.SubjectKind, e.SubjectId, e.SubjectName, e.Before, e.After, e.Why,
        }, JsonText.Readable);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
