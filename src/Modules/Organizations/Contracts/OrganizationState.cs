namespace Qingdan.Organizations.Contracts;

/// <summary>Where a unit's record stands.</summary>
public enum OrganizationState
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>待确认: made from a name in an imported catalogue; nobody has looked at it yet.</summary>
    Proposed,

    /// <summary>Became part of another unit; its id stands for that one.</summary>
    Merged,
}

/// <summary>The level of government a unit belongs to.</summary>
public enum OrganizationLevel
{
    /// <summary>国家: central bodies and their branches in the city.</summary>
    National,

    /// <summary>市.</summary>
    City,

    /// <summary>区.</summary>
    District,

    /// <summary>街镇.</summary>
    Street,
}

/// <summary>Chinese names of states and levels.</summary>
public static class OrganizationWords
{
    /// <summary>The state as shown.</summary>
    public static string Name(this OrganizationState state) => state switch
    {
        OrganizationState.Active => "在用",
        OrganizationState.Proposed => "待确认",
        _ => "已合并",
    };

    /// <summary>The level as shown.</summary>
    public static string Name(this OrganizationLevel level) => level switch
    {
        OrganizationLevel.National => "国家",
        OrganizationLevel.City => "市",
        OrganizationLevel.District => "区",
        _ => "街镇",
    };
}
