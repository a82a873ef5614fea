using Qingdan.Platform.Identity;

namespace Qingdan.Organizations.Contracts;

/// <summary>Told inside the transaction that changes the records of units; adds its own work to the same unit of work.</summary>
public interface IUnitListener
{
    /// <summary>Name, code, kind or state of these units changed.</summary>
    Task Changed(IReadOnlyCollection<long> unitIds, Actor actor, CancellationToken cancel);
}
