using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Cases;

/// <summary>Which term runs in which state of a case, and whose duty it is.</summary>
internal static class CaseTerms
{
    /// <summary>The terms of an answer.</summary>
    public static IReadOnlyList<string> OfAnswers { get; } = ["T1", "T2", "T7", "P2"];

    private static readonly OwedTerm None = new("", "", 0);

    /// <summary>停止超出必要范围的获取: the data centre owes it at once, from the day on which the excess was discovered (上海市数据条例 39 II).</summary>
    public static OwedTerm Excess(DateOnly discovered) => new("T9", "", Clock.Centre) { From = discovered };

    /// <summary>The term of the state a case has.</summary>
    public static OwedTerm Of(Case row) => row.State switch
    {
        CaseState.AtDistrict => new("", "P5", row.DistrictId),
        CaseState.InCheck => new("", "P4", Clock.Centre),
        CaseState.Returned => new("", "P17", row.UnitId),
        CaseState.ToDispatch => new("", "P1", Clock.Centre),
        CaseState.ToSupplement => new("", "P16", row.UnitId),
        CaseState.PassedUp => new("", "P6", Clock.Above),
        // 目录内的 T1, T2 (政务数据共享条例 21); 目录外的 T7 (上海市数据条例 39).
        CaseState.ToAnswer => new(row.Kind switch { CaseKind.Unconditional => "T1", CaseKind.Conditional => "T2", _ => "T7" }, "P2", row.ProviderId),
        // 目录外的, the stricter reading: the 15 days are those until the data are there.
        CaseState.ToSupply => new("T3", "P3", row.ProviderId) { Continues = row.Kind == CaseKind.Outside ? "T7" : "" },
        CaseState.ToSupplyMore => new("T3", "P3", row.ProviderId),
        // 限期整改: the day is set with the suspension.
        CaseState.Suspended => new("", "P15", row.UnitId) { Until = row.AskedOn },
        CaseState.ToRenew => new("", "P7", row.ProviderId),
        CaseState.InTalks => new("", "P8", row.UnitId),
        CaseState.ToFile => new("", "P9", Clock.Authority),
        CaseState.Rectified => new("", "P10", row.ProviderId),
        CaseState.ToDispose => new("", "P11", row.UnitId),
        _ => None,
    };
}
