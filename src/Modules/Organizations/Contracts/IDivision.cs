namespace Qingdan.Organizations.Contracts;

/// <summary>What a role does about a record.</summary>
public enum DivisionPart
{
    /// <summary>填报.</summary>
    Fills,

    /// <summary>审核, within the unit or of form.</summary>
    Reviews,

    /// <summary>决定: after it the record is in force.</summary>
    Decides,
}

/// <summary>One step: who does which part.</summary>
/// <param name="Part">The part.</param>
/// <param name="Role">A role of Standards.</param>
public sealed record DivisionStep(DivisionPart Part, string Role);

/// <summary>职责分工: who does what about one kind of record. Read off the table by which the module lets people act, so that it cannot say otherwise.</summary>
public interface IDivision
{
    /// <summary>The kind, Chinese: 需求清单.</summary>
    string Kind { get; }

    /// <summary>The steps in their order.</summary>
    IReadOnlyList<DivisionStep> Steps { get; }
}
