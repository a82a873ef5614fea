namespace Qingdan.Catalog.Duties;

/// <summary>Whether a duty is still the unit's.</summary>
public enum DutyState
{
    /// <summary>在用.</summary>
    InUse,

    /// <summary>已终止; kept for its history.</summary>
    Ended,
}

/// <summary>Chinese names of the states.</summary>
internal static class DutyWords
{
    /// <summary>The state as shown.</summary>
    public static string Name(this DutyState state) => state == DutyState.InUse ? "在用" : "已终止";
}
