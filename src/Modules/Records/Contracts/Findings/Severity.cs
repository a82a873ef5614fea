namespace Qingdan.Records.Contracts.Findings;

/// <summary>How much a finding hinders.</summary>
public enum Severity
{
    /// <summary>严重: what it is about cannot stand in a list in force like this.</summary>
    Severe,

    /// <summary>警告: owed, but work can go on.</summary>
    Warning,

    /// <summary>提示.</summary>
    Hint,
}
