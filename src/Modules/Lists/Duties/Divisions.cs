using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Duties;

/// <summary>Who does what about demands, read off <see cref="DemandFlow"/>.</summary>
internal sealed class DemandDivision : IDivision
{
    public string Kind => "需求清单";

    public IReadOnlyList<DivisionStep> Steps { get; } = [.. DemandFlow.Table.Where(m => Part(m.Act) is not null).Select(m => new DivisionStep(Part(m.Act)!.Value, m.Role)).Distinct().OrderBy(s => s.Part)];

    private static DivisionPart? Part(DemandAct act) => act switch
    {
        DemandAct.Submit => DivisionPart.Fills,
        DemandAct.Consent => DivisionPart.Reviews,
        DemandAct.List => DivisionPart.Decides,
        _ => null,
    };
}

/// <summary>Who does what about negative entries, read off <see cref="NegativeRoute"/>.</summary>
internal sealed class NegativeDivision : IDivision
{
    public string Kind => "负面清单";

    public IReadOnlyList<DivisionStep> Steps { get; } =
    [
        .. NegativeRoute.Table.Where(m => m.Act is NegativeAct.Submit or NegativeAct.Agree)
            .Select(m => new DivisionStep(m.Act == NegativeAct.Submit ? DivisionPart.Fills : m.To == NegativeState.InForce ? DivisionPart.Decides : DivisionPart.Reviews, m.Role)).Distinct(),
    ];
}

/// <summary>Who does what about the 责任清单: generation proposes, a unit adds by hand, its people or the city's confirm.</summary>
internal sealed class EntryDivision : IDivision
{
    public string Kind => "责任清单";

    public IReadOnlyList<DivisionStep> Steps { get; } =
        [new(DivisionPart.Fills, Roles.Liaison), new(DivisionPart.Decides, Roles.UnitHead), new(DivisionPart.Decides, Roles.Liaison), .. Roles.City.Select(r => new DivisionStep(DivisionPart.Decides, r))];
}
