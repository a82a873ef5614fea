using Qingdan.Platform.Identity;

namespace Qingdan.Organizations.Contracts;

/// <summary>All units, held in memory: asking costs no statement. A change in this process shows at once, one of another node within seconds.</summary>
public interface IOrganizationDirectory
{
    /// <summary>The units as they stand now. Take it once per request and ask it as often as needed.</summary>
    ValueTask<UnitTree> Tree(CancellationToken cancel);

    /// <summary>The units as the store has them at this moment, also what another node has just written: for work that a change of units has ordered.</summary>
    ValueTask<UnitTree> Now(CancellationToken cancel);

    /// <summary>
    /// The ids of units by the names an imported catalogue gives. A name that nobody knows yet becomes a unit in state 待确认, its kind read from the name.
    /// Stored at once, or with the caller's transaction where one is running (other readers then see the new units within seconds after its commit).
    /// Blank names are left out of the answer.
    /// </summary>
    Task<IReadOnlyDictionary<string, long>> EnsureProposed(IEnumerable<string> names, Actor actor, CancellationToken cancel);
}
