using Qingdan.Platform.Identity;

namespace Qingdan.Standards.Contracts;

/// <summary>Who sits at the machine and uses the command line.</summary>
public static class AtTheMachine
{
    /// <summary>Acts with the data centre's rights.</summary>
    public static Actor Actor { get; } = Actor.System with { Roles = new HashSet<string> { Roles.DataCentre } };

    /// <summary>Acts for a unit, as its liaison could.</summary>
    public static Actor In(long unitId, string unitName) => Actor.System with { UnitId = unitId, UnitName = unitName, Roles = new HashSet<string> { Roles.Liaison } };
}
