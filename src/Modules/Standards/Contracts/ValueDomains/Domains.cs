namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>The closed value domains that rules, clocks and queries speak of. Each enum's file adds its own.</summary>
public static partial class Domains
{
    /// <summary>All domains, for declarations and their page.</summary>
    public static IReadOnlyList<ValueDomain> All => [ShareProperties, OpenTypes, UpdateFrequencies, ShareWays, FormatClasses, DataLevels, DataTypes, OrganizationKinds, LegalBasisLevels];

    /// <summary>The domain with this key, or null.</summary>
    public static ValueDomain? Find(string key) => All.FirstOrDefault(d => d.Key == key);

    /// <summary>Chinese name of a share property.</summary>
    public static string Name(this ShareProperty value) => ShareProperties.NameOf(value);

    /// <summary>Chinese name of an open type.</summary>
    public static string Name(this OpenType value) => OpenTypes.NameOf(value);

    /// <summary>Chinese name of an update frequency.</summary>
    public static string Name(this UpdateFrequency value) => UpdateFrequencies.NameOf(value);

    /// <summary>Chinese name of a way of sharing.</summary>
    public static string Name(this ShareWay value) => ShareWays.NameOf(value);

    /// <summary>Chinese name of a class of formats.</summary>
    public static string Name(this FormatClass value) => FormatClasses.NameOf(value);

    /// <summary>Chinese name of a data level.</summary>
    public static string Name(this DataLevel value) => DataLevels.NameOf(value);

    /// <summary>Chinese name of a data type.</summary>
    public static string Name(this DataType value) => DataTypes.NameOf(value);

    /// <summary>Chinese name of a kind of organization.</summary>
    public static string Name(this OrganizationKind value) => OrganizationKinds.NameOf(value);

    /// <summary>Chinese name of a level of legal basis.</summary>
    public static string Name(this LegalBasisLevel value) => LegalBasisLevels.NameOf(value);
}
