using Qingdan.Lists.Contracts;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Demands;

/// <summary>Tells other modules of a demand that has left its unit; what is still with it concerns nobody.</summary>
internal sealed class TellMoved(IEnumerable<IDemandListener> listeners)
{
    /// <summary>Tells within the unit of work; <paramref name="note"/> is what was said.</summary>
    public async Task Run(Demand row, string note, Actor actor, CancellationToken cancel)
    {
        if (!Enum.TryParse<DemandStand>($"{row.State}", out var stand)) return;
        foreach (var listener in listeners) await listener.Moved(new MovedDemand(row.Id, row.Name, row.UnitId, row.ProviderId, row.DistrictId, stand), note, actor, cancel);
    }
}
