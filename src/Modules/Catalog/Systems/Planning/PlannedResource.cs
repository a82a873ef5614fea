using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Systems.Planning;

/// <summary>预编目: a resource that a system is to have when it is launched, written down when its project is approved.</summary>
internal sealed class PlannedResource
{
    public long Id { get; init; }
    public long SystemId { get; init; }
    public int Place { get; set; }
    public required string Name { get; set; }

    /// <summary>Names of its items, one a line.</summary>
    public string Items { get; set; } = "";

    public ShareProperty? Share { get; set; }
    public UpdateFrequency? Frequency { get; set; }

    /// <summary>The draft of the catalogue that was made from it; 0 for none yet.</summary>
    public long DraftId { get; set; }
}
