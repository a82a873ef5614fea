using Qingdan.Catalog.Contracts;

namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>One resource of a bulk decision.</summary>
internal sealed class DecisionRow
{
    public long DecisionId { get; init; }
    public long ResourceId { get; init; }

    /// <summary>Its state before.</summary>
    public ResourceState Was { get; init; }

    /// <summary>Its number after; when it has grown, somebody went on with the resource and the undoing leaves it alone.</summary>
    public int Edit { get; init; }
}
