using Qingdan.Platform.Identity;

namespace Qingdan.Workflow.Contracts;

/// <summary>Told within the unit of work in which it changes what a case lets its unit use.</summary>
public interface ICaseListener
{
    /// <summary>The use has begun, changed, been suspended or ended.</summary>
    Task UseChanged(CaseUse use, Actor actor, CancellationToken cancel);
}

/// <summary>What a case allows.</summary>
public enum UseStand
{
    /// <summary>Nothing: it is not decided, or was refused.</summary>
    Nothing,

    /// <summary>It is granted; the data may be fetched as soon as they are there.</summary>
    Granted,

    /// <summary>暂停共享 (政务数据共享条例 27 II).</summary>
    Suspended,

    /// <summary>The purpose has ended or the sharing was terminated; the data are to be disposed of (政务数据共享条例 27 I).</summary>
    Ended,
}

/// <summary>How a granted item is met.</summary>
public enum GrantedWay
{
    /// <summary>同意: the data themselves.</summary>
    Plain,

    /// <summary>以核验方式满足.</summary>
    Verify,

    /// <summary>以脱敏方式满足.</summary>
    Mask,

    /// <summary>以汇总方式满足: no single record leaves.</summary>
    Aggregate,
}

/// <summary>A use.</summary>
/// <param name="CaseId">The case; its number is the demand's.</param>
/// <param name="UnitId">需求单位.</param>
/// <param name="ProviderId">提供单位.</param>
/// <param name="Until">The last day of use; null where none is stated.</param>
/// <param name="Why">What was said with the move.</param>
/// <param name="Items">Which rows of the demand were granted, and how.</param>
public sealed record CaseUse(long CaseId, string Name, long UnitId, long ProviderId, UseStand Stand, DateOnly? Until, string Why, IReadOnlyDictionary<long, GrantedWay> Items);
