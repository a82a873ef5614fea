using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Contracts;

/// <summary>影响分析: what cases a change of the lists would touch. Those who keep the cases answer; they change nothing.</summary>
public interface IImpactSource
{
    /// <summary>The cases of these demands that the person sees.</summary>
    Task<IReadOnlyList<ImpactedCase>> Of(IReadOnlyCollection<long> demands, Actor actor, CancellationToken cancel);

    /// <summary>The cases under way that these units have to answer or supply.</summary>
    Task<IReadOnlyList<ImpactedCase>> OwedBy(IReadOnlyCollection<long> providers, Actor actor, CancellationToken cancel);
}

/// <summary>How far a case is.</summary>
public enum CaseStand
{
    /// <summary>办理中.</summary>
    UnderWay,

    /// <summary>使用中: the data may be used.</summary>
    InUse,

    /// <summary>It has ended: refused, closed or withdrawn.</summary>
    Ended,
}

/// <summary>A case; its id is its demand's.</summary>
/// <param name="Refused">Items of the demand that were refused: they are in no use.</param>
/// <param name="State">Where it stands, a Chinese word.</param>
public sealed record ImpactedCase(long Id, string Name, long UnitId, CaseStand Stand, string State, DateOnly? UsableUntil, IReadOnlySet<long> Refused);
