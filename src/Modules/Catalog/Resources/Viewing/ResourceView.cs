using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Catalog.Resources.Viewing;

/// <summary>All that the page of a resource shows.</summary>
public sealed record ResourceView
{
    public required long Id { get; init; }
    public required string? Code { get; init; }
    public required string? NationalCode { get; init; }
    public required long ProviderId { get; init; }
    public required string Provider { get; init; }
    public required ResourceState State { get; init; }
    public required int Version { get; init; }
    public required int Edit { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What is in force, or the draft before the first publication.</summary>
    public required ResourceContent Content { get; init; }

    /// <summary>The next version, for those who may see it.</summary>
    public required ResourceContent? Next { get; init; }

    /// <summary>Numbers of the versions there are, the newest first, with when and by whom each was replaced; the one in force has neither.</summary>
    public IReadOnlyList<VersionLine> Versions { get; init; } = [];

    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];
    public IReadOnlyList<AuditEvent> Events { get; init; } = [];
    public ListedRows Lists { get; init; } = ListedRows.None;

    /// <summary>What is wrong with it, for its unit and the city.</summary>
    public IReadOnlyList<ShownFinding> Findings { get; init; } = [];

    /// <summary>The resource that goes on for this one, when it was merged.</summary>
    public MergedResource? MergedInto { get; init; }

    /// <summary>What was merged into this one: their codes are its 曾用代码.</summary>
    public IReadOnlyList<MergedResource> Former { get; init; } = [];

    /// <summary>存疑: an objection is being verified; null when none is.</summary>
    public ContestedMark? Contested { get; init; }

    /// <summary>What this person may do here now.</summary>
    public ResourceMay May { get; init; } = new(false, false, false, false, false, false, false);
}

/// <summary>One version of a resource.</summary>
public sealed record VersionLine(int Number, DateTimeOffset? ReplacedAt, string ReplacedBy);

/// <summary>What a person may do with a resource in its present state.</summary>
public sealed record ResourceMay(bool Edit, bool Submit, bool Drop, bool Review, bool Withdraw, bool Contest, bool Mount);
