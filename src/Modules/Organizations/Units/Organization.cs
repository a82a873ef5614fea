using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Organizations.Units;

/// <summary>A unit as stored. Its names stand in <see cref="OrganizationName"/> too, where one name means one unit.</summary>
internal sealed class Organization
{
    public long Id { get; init; }
    public long? ParentId { get; set; }
    public required string Name { get; set; }

    /// <summary>Empty where none was given.</summary>
    public string ShortName { get; set; } = "";

    public OrganizationKind Kind { get; set; }
    public bool KindInferred { get; set; }
    public OrganizationLevel Level { get; set; }
    public string District { get; set; } = "";
    public string? Uscc { get; set; }
    public string? Code { get; set; }
    public OrganizationState State { get; set; }
    public long? MergedIntoId { get; set; }

    /// <summary>Grows by one with every change, the names included; the directory notices changes by the sum of all.</summary>
    public long Version { get; set; } = 1;

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Takes over what a person entered.</summary>
    public void Take(OrganizationFacts facts)
    {
        (Name, ShortName, Kind, KindInferred, Level, District) = (facts.Name, facts.ShortName, facts.Kind, false, facts.Level, facts.District);
        (ParentId, Uscc, Code) = (facts.ParentId, facts.Uscc, facts.Code);
    }

    /// <summary>What a person entered.</summary>
    public OrganizationFacts ToFacts(IEnumerable<OrganizationName> names) =>
        new(Name, ShortName, Kind, Level, District, ParentId, Uscc, Code, [.. names.Where(n => n.Kind == NameKind.Alias).OrderBy(n => n.Id).Select(n => n.Name)]);

    /// <summary>The record as a person would type it.</summary>
    public OrganizationDraft ToDraft(IEnumerable<OrganizationName> names, UnitTree tree) => new()
    {
        Name = Name, ShortName = ShortName, Kind = Kind.ToString(), Level = Level.ToString(), District = District, Parent = ParentId is { } parent ? tree.Find(parent)?.Name ?? "" : "",
        Uscc = Uscc ?? "", Code = Code ?? "", Aliases = string.Join('\n', ToFacts(names).Aliases),
    };

    public Unit ToUnit() => new(Id, ParentId, Name, ShortName.Length > 0 ? ShortName : Name, Kind, KindInferred, Level, District, Uscc, Code, State);
}
