using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources;

/// <summary>Who does what about the catalogue, by the steps of <see cref="SubmitResource"/> and <see cref="ReviewResource"/> (政务数据共享条例 13, 16).</summary>
internal sealed class ResourceDivision : IDivision
{
    public string Kind => "数据目录";

    public IReadOnlyList<DivisionStep> Steps { get; } =
        [new(DivisionPart.Fills, Roles.Liaison), new(DivisionPart.Reviews, Roles.UnitHead), new(DivisionPart.Decides, Roles.Authority)];
}
