using System.Linq.Expressions;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Applications;

/// <summary>Where an application stands (接入管理: 申请 → 审批 → 变更 → 注销).</summary>
internal enum ApplicationState
{
    /// <summary>待审批.</summary>
    Asked,

    /// <summary>已接入.</summary>
    Admitted,

    /// <summary>变更待审批: it goes on as it was admitted until the change is decided.</summary>
    ChangeAsked,

    /// <summary>未批准.</summary>
    Rejected,

    /// <summary>已注销.</summary>
    Ended,
}

/// <summary>接入应用: a system of a unit that calls through the gateway.</summary>
internal sealed class Application : IEditedRow
{
    /// <summary>Which applications may call, for queries.</summary>
    public static readonly Expression<Func<Application, bool>> MayCall = a => a.State == ApplicationState.Admitted || a.State == ApplicationState.ChangeAsked;

    private static readonly Func<Application, bool> Calls = MayCall.Compile();

    public long Id { get; init; }

    /// <summary>使用单位.</summary>
    public long UnitId { get; init; }

    /// <summary>The name by which its people know it.</summary>
    public required string Name { get; set; }

    /// <summary>What it is for, and who runs it.</summary>
    public required string Purpose { get; set; }

    /// <summary>Addresses it may call from, one on a line: an address or a range (CIDR).</summary>
    public required string Allowlist { get; set; }

    /// <summary>Client id (RFC 6749, 2.2); unique.</summary>
    public required string ClientId { get; init; }

    public ApplicationState State { get; set; }

    /// <summary>The name, purpose and addresses that are asked for by a change; empty while none is asked.</summary>
    public string AskedName { get; set; } = "";

    public string AskedPurpose { get; set; } = "";
    public string AskedAllowlist { get; set; } = "";

    /// <summary>What was said with the last decision.</summary>
    public string Opinion { get; set; } = "";

    public required string AskedBy { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public string DecidedBy { get; set; } = "";
    public DateTimeOffset? DecidedAt { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>True while it may call.</summary>
    public bool Admitted => Calls(this);
}

/// <summary>A secret of an application: its digest alone. The former one goes on for a while after a new one was made, so that nothing stands still.</summary>
internal sealed class ApplicationSecret
{
    public long Id { get; init; }
    public long ApplicationId { get; init; }

    /// <summary>SHA-256, hexadecimal. The secret has 256 random bits: there is nothing to guess that a slow digest would have to protect.</summary>
    public required string Digest { get; init; }

    /// <summary>Its last four characters, by which its people tell one from the other.</summary>
    public required string Ending { get; init; }

    public required string MadeBy { get; init; }
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When it stops; null while it is the newest.</summary>
    public DateTimeOffset? Until { get; set; }
}
