namespace Qingdan.Catalog.Systems;

/// <summary>A row of a register that a unit keeps.</summary>
internal interface IUnitRow
{
    /// <summary>Whose it is.</summary>
    long UnitId { get; }
}
