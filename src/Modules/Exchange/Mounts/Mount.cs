using Qingdan.Exchange.Projection.Masking;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Mounts;

/// <summary>Where a mount stands.</summary>
internal enum MountState
{
    /// <summary>草稿: being written and tried.</summary>
    Draft,

    /// <summary>已挂接: the gateway calls it.</summary>
    Mounted,

    /// <summary>已停用: the gateway calls it no longer.</summary>
    Stopped,
}

/// <summary>How the provider's API is asked.</summary>
internal enum MountMethod
{
    /// <summary>Parameters in the address.</summary>
    Get,

    /// <summary>Parameters as a JSON object of texts.</summary>
    Post,
}

/// <summary>How the provider's API knows the platform.</summary>
internal enum CredentialKind
{
    /// <summary>It asks for nothing.</summary>
    None,

    /// <summary>A secret in a header of its own.</summary>
    Header,

    /// <summary>Name and password (RFC 7617).</summary>
    Basic,

    /// <summary>A token (RFC 6750).</summary>
    Bearer,

    /// <summary>A key in the query, as older services want it.</summary>
    Query,
}

/// <summary>挂接: an API of a provider behind a resource of the catalogue.</summary>
internal sealed class Mount : IEditedRow
{
    public long Id { get; init; }
    public long ResourceId { get; init; }

    /// <summary>Name of the resource when it was saved last.</summary>
    public required string Resource { get; set; }

    public long ProviderId { get; set; }

    /// <summary>What the service is called.</summary>
    public string Name { get; set; } = "";

    public MountMethod Method { get; set; }

    /// <summary>Scheme, host and port: <c>https://api.example.gov.cn:8443</c>.</summary>
    public string Address { get; set; } = "";

    /// <summary>From the root, without query: <c>/v1/marriages</c>.</summary>
    public string Path { get; set; } = "";

    /// <summary>Where the rows are in the answer, see <see cref="Projection.Selector"/>.</summary>
    public string RowsPath { get; set; } = "";

    public CredentialKind Credential { get; set; }

    /// <summary>Name of the header, or of the user; empty for others.</summary>
    public string CredentialName { get; set; } = "";

    /// <summary>Key, password or token, closed for this mount (<see cref="MountSecrets"/>); empty for none.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Header of the answer that says of which day the data are; empty for none.</summary>
    public string DateHeader { get; set; } = "";

    /// <summary>Place in the answer that says of which day the data are, of several the latest; empty for none.</summary>
    public string DatePath { get; set; } = "";

    public MountState State { get; set; }

    /// <summary>正当理由 of the last stop (政务数据共享条例 27 III).</summary>
    public string StoppedWhy { get; set; } = "";

    /// <summary>When a trial call of what is saved now went well; null before.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    public DateTimeOffset? ProbedAt { get; set; }
    public DateTimeOffset? SucceededAt { get; set; }

    /// <summary>挂载异常 since; null while it answers.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>The sentence of the last failure, Chinese; empty while it answers.</summary>
    public string Failure { get; set; } = "";

    /// <summary>Of which day the data were when they were last looked at; null when nothing says it.</summary>
    public DateOnly? DataOn { get; set; }

    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Where a 数据项 sits, and how it is masked where a grant asks for masking.</summary>
internal sealed class MountItem
{
    public long Id { get; init; }
    public long MountId { get; init; }
    public long ItemId { get; init; }
    public required string Path { get; init; }
    public MaskKind Mask { get; init; }

    /// <summary>Expression and replacement of <see cref="MaskKind.Pattern"/>; empty for others.</summary>
    public string Pattern { get; init; } = "";

    public string Replacement { get; init; } = "";
}

/// <summary>What goes into the request.</summary>
internal sealed class MountParameter
{
    public long Id { get; init; }
    public long MountId { get; init; }
    public int Place { get; init; }
    public required string Name { get; init; }

    /// <summary>What is always sent; of one that the caller gives, the value for trial calls.</summary>
    public string Value { get; init; } = "";

    /// <summary>True when the caller gives the value.</summary>
    public bool Passed { get; init; }

    /// <summary>The 数据项 that it filters by: a caller may only filter by what is granted. 0 for none.</summary>
    public long ItemId { get; init; }

    /// <summary>True when a call without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// The values that a caller may give, a line each. Where none is listed and it filters by no item, only numbers and days go through: a free text could sort or filter by what was not granted.
    /// </summary>
    public string Allowed { get; init; } = "";

    /// <summary>True for a value that a caller may give.</summary>
    public bool Allows(string value) => Allowed.Length > 0 ? Lists(value) : ItemId != 0 || (value.Length <= 40 && value.All(c => char.IsAsciiDigit(c) || "-+.: TZ".Contains(c)));

    // Asked with every call: nothing is split off.
    private bool Lists(ReadOnlySpan<char> value)
    {
        var allowed = Allowed.AsSpan();
        foreach (var line in allowed.Split('\n'))
            if (allowed[line].SequenceEqual(value)) return true;
        return false;
    }
}
