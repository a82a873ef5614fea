using System.Security.Cryptography;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Ids;

namespace Qingdan.Tests.Support;

/// <summary>Calls as a gateway logs them.</summary>
internal static class CallSample
{
    private const string Purpose = "核对申请人的婚姻状况，用于公共租赁住房资格审核";

    /// <summary>The next call of one of seven applications on one of eleven resources; its digests may be given.</summary>
    public static CallRecord Next(IdSource ids, TimeProvider clock, byte[]? request = null, byte[]? answer = null)
    {
        var id = ids.Next();
        var kind = id % 77;
        return new CallRecord
        {
            Id = id, At = clock.GetUtcNow(), ApplicationId = 1 + kind % 7, ConsumerId = 100 + kind % 7, ProviderId = 200 + kind % 11, ResourceId = 300 + kind % 11, GrantId = kind == 0 ? 0 : 400 + kind, EntryId = 500 + kind,
            Purpose = Purpose, Items = "4801234567890,4801234567891,4801234567892", Rows = kind, Bytes = 2_000 + kind, Milliseconds = (int)kind, Status = kind == 0 ? 403 : 200,
            Result = kind == 0 ? CallResult.Refused : CallResult.Answered, Reason = kind == 0 ? "exchange.grant.suspended" : "",
            Request = request ?? SHA256.HashData(BitConverter.GetBytes(id)), Answer = kind == 0 ? null : answer ?? SHA256.HashData(BitConverter.GetBytes(~id)),
        };
    }
}
