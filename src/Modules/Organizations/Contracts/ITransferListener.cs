using Qingdan.Platform.Identity;

namespace Qingdan.Organizations.Contracts;

/// <summary>A transfer of duties (职能划转) that was carried out.</summary>
/// <param name="Id">Its key.</param>
/// <param name="FromId">The unit that handed over.</param>
/// <param name="ToId">The unit that took over.</param>
/// <param name="Day">From this day on.</param>
/// <param name="Document">Number or title of the document.</param>
/// <param name="Resources">The resources of the catalogue that went.</param>
public sealed record CarriedTransfer(long Id, long FromId, long ToId, DateOnly Day, string Document, IReadOnlySet<long> Resources);

/// <summary>Told inside the transaction that carries a transfer out, after all records went; adds its own work to the same unit of work.</summary>
public interface ITransferListener
{
    /// <summary>Duties went over.</summary>
    Task CarriedOut(CarriedTransfer transfer, Actor actor, CancellationToken cancel);
}
