using Qingdan.Organizations.Naming;

namespace Qingdan.Organizations.Units;

/// <summary>What a name is to its unit.</summary>
internal enum NameKind
{
    /// <summary>全称.</summary>
    Official,

    /// <summary>简称.</summary>
    Short,

    /// <summary>别名: another name in use, 加挂牌子 among them.</summary>
    Alias,

    /// <summary>曾用名.</summary>
    Former,
}

/// <summary>One name of a unit. <see cref="Key"/> is unique among all units.</summary>
internal sealed class OrganizationName
{
    public long Id { get; init; }
    public long UnitId { get; init; }
    public required string Name { get; init; }
    public required string Key { get; init; }
    public NameKind Kind { get; set; }

    public static OrganizationName Of(long id, long unitId, string name, NameKind kind) =>
        new() { Id = id, UnitId = unitId, Name = name, Key = NameKey.Of(name), Kind = kind };
}
