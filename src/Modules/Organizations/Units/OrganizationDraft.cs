using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Naming;
using Qingdan.Platform.Ids;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Organizations.Units;

/// <summary>What a person typed about a unit, as typed.</summary>
public sealed record OrganizationDraft
{
    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Short name.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>An <see cref="OrganizationKind"/> by its name.</summary>
    public string Kind { get; init; } = "";

    /// <summary>An <see cref="OrganizationLevel"/> by its name.</summary>
    public string Level { get; init; } = nameof(OrganizationLevel.City);

    /// <summary>District.</summary>
    public string District { get; init; } = "";

    /// <summary>The unit above, by any of its names or codes.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Unified social credit code.</summary>
    public string Uscc { get; init; } = "";

    /// <summary>Organization code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Other names, one a line.</summary>
    public string Aliases { get; init; } = "";

    /// <summary>Document of the change; kept as its reason.</summary>
    public string Document { get; init; } = "";
}

/// <summary>A draft that was understood and found right.</summary>
internal sealed record OrganizationFacts(
    string Name, string ShortName, OrganizationKind Kind, OrganizationLevel Level, string District, long? ParentId, string? Uscc, string? Code, IReadOnlyList<string> Aliases)
{
    /// <summary>All names, each once; the first use of a name says what it is.</summary>
    public IEnumerable<OrganizationName> Names(long unitId, IdSource ids) =>
        new[] { (Name, Kind: NameKind.Official), (Name: ShortName, Kind: NameKind.Short) }.Concat(Aliases.Select(a => (Name: a, Kind: NameKind.Alias)))
            .Where(n => n.Name.Length > 0).DistinctBy(n => NameKey.Of(n.Name)).Select(n => OrganizationName.Of(ids.Next(), unitId, n.Name, n.Kind));
}
