using Qingdan.Platform.Identity;

namespace Qingdan.Organizations.Contracts;

/// <summary>代理: who stands in for whom, and when.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Person">The person stood in for, with the roles that go over.</param>
/// <param name="Deputy">Name of who stands in.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Reason">Why.</param>
/// <param name="RecordedBy">Who recorded it.</param>
public sealed record StandInFacts(long Id, Actor Person, string Deputy, DateOnly From, DateOnly Until, string Reason, string RecordedBy);

/// <summary>Stand-ins for the sheet that hands their matters over.</summary>
public interface IStandIns
{
    /// <summary>One of the reader's own unit, or any for the city's roles and the auditor; null otherwise.</summary>
    Task<StandInFacts?> Find(long id, Actor reader, CancellationToken cancel);
}
