using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Division;

/// <summary>Who does what in one unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="People">Names by post; a post nobody holds is empty.</param>
public sealed record DivisionRow(Unit Unit, IReadOnlyDictionary<string, IReadOnlyList<string>> People)
{
    /// <summary>The deputy of the liaison is a post of its own in the table, not a role.</summary>
    public const string Deputy = "deputy";

    /// <summary>The posts of a unit and what they are called, in the order of the columns.</summary>
    public static IReadOnlyDictionary<string, string> Posts { get; } = new Dictionary<string, string>
    {
        [Roles.UnitHead] = "单位负责人", [Roles.Liaison] = "数据联络员（A 角）", [Deputy] = "B 角", [Roles.Legal] = "法制", [Roles.Secrecy] = "保密",
    };

    /// <summary>True when a post is not held.</summary>
    public bool Lacks => Posts.Keys.Any(p => People[p].Count == 0);
}

/// <summary>Who fills, reviews and decides about one kind of record. <paramref name="Kind"/> is Chinese.</summary>
public sealed record DivisionOfKind(string Kind, IReadOnlyList<DivisionStep> Steps);

/// <summary>A page of the 职责分工表.</summary>
public sealed record DivisionView(IReadOnlyList<DivisionRow> Rows, IReadOnlyList<DivisionOfKind> Kinds, int Page, int Total, int Lacking, bool All)
{
    /// <summary>Units on a page.</summary>
    public const int Size = 50;
}
