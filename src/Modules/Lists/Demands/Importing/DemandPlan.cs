using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>What would become of a demand of a workbook.</summary>
public enum PlanKind
{
    /// <summary>新建草稿.</summary>
    New,

    /// <summary>修改草稿: the unit has a draft of this name that says another thing.</summary>
    Changed,

    /// <summary>已有，相同.</summary>
    Same,

    /// <summary>已在办理: a demand of this name has been handed in; it is left alone.</summary>
    UnderWay,

    /// <summary>有问题: not taken.</summary>
    Faulty,
}

/// <summary>A demand of a workbook: one row, or several of one name with an item each.</summary>
/// <param name="Row">Number of its first row.</param>
/// <param name="Id">The draft that it changes, or the demand it stands for already; 0 for a new one.</param>
/// <param name="Edit">The draft's number when it was read.</param>
/// <param name="Owed">How many things are still owed before it can be handed in.</param>
/// <param name="Faults">What is wrong with its cells.</param>
public sealed record PlannedDemand(int Row, DemandInput Input, string Provider, PlanKind Kind, long Id, int Edit, int Owed, IReadOnlyList<CellFault> Faults);

/// <summary>A workbook as it was read.</summary>
/// <param name="Demands">In their order.</param>
/// <param name="Lines">Its rows of data with what is to be said of them, for the receipt.</param>
public sealed record DemandPlan(IReadOnlyList<PlannedDemand> Demands, IReadOnlyList<(SheetRow Row, IReadOnlyList<CellFault> Faults)> Lines)
{
    /// <summary>How many would become of each kind.</summary>
    public int Count(PlanKind kind) => Demands.Count(d => d.Kind == kind);
}

/// <summary>How the kinds are shown.</summary>
internal static class PlanWords
{
    public static string Text(this PlanKind kind) => kind switch
    {
        PlanKind.New => "新建草稿",
        PlanKind.Changed => "修改草稿",
        PlanKind.Same => "已有相同的草稿",
        PlanKind.UnderWay => "已在办理，不动",
        _ => "有问题，不收",
    };

    public static Platform.Web.Tone Tone(this PlanKind kind) => kind switch
    {
        PlanKind.New or PlanKind.Changed => Platform.Web.Tone.Ok,
        PlanKind.Faulty => Platform.Web.Tone.Bad,
        _ => Platform.Web.Tone.Idle,
    };
}
