using Qingdan.Catalog.Contracts;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>A resource that existed before, with the content an import gives it.</summary>
internal sealed class ImportChange
{
    public long Id { get; init; }
    public long ImportId { get; init; }
    public long ResourceId { get; init; }

    /// <summary>A <see cref="Versions.ResourceContent"/> as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The digest to remember on the resource.</summary>
    public required string Digest { get; init; }

    /// <summary>A code for a resource that had none; null for none.</summary>
    public string? Code { get; init; }

    public string? NationalCode { get; init; }

    /// <summary>The draft that stood there before, as JSON; null for none. What was in force is kept as a version.</summary>
    public string? DraftBefore { get; set; }

    public ResourceState StateBefore { get; init; }

    /// <summary>The resource's edit number after the change: undoing is possible while it stands there.</summary>
    public int EditAfter { get; set; }

    public ChangeState State { get; set; }
}

/// <summary>Where a change stands.</summary>
internal enum ChangeState
{
    /// <summary>Waits for the switch.</summary>
    Waiting,

    /// <summary>In the catalogue.</summary>
    Applied,

    /// <summary>Between check and switch somebody changed the resource or took the code the file gives it: left as it is.</summary>
    Overtaken,

    /// <summary>Taken back.</summary>
    Undone,

    /// <summary>Not taken back, because somebody changed it since.</summary>
    Kept,
}
