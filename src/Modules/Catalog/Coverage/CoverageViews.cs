using Qingdan.Platform.Language;

namespace Qingdan.Catalog.Coverage;

/// <summary>How the three layers of a unit hang together.</summary>
/// <param name="UnitId">The unit; 0 for the total.</param>
/// <param name="Unit">Its short name.</param>
/// <param name="Systems">Systems in operation.</param>
/// <param name="Bare">Of them without a resource in force.</param>
/// <param name="Duties">Duties in use.</param>
/// <param name="Idle">Of them without a resource in force.</param>
/// <param name="Resources">Resources that are not withdrawn.</param>
/// <param name="Unnamed">Of them such as name no system.</param>
/// <param name="Unregistered">Of them such as name a system nobody registered.</param>
/// <param name="Names">How many such names there are.</param>
public sealed record UnitLayers(long UnitId, string Unit, int Systems, int Bare, int Duties, int Idle, int Resources, int Unnamed, int Unregistered, int Names)
{
    /// <summary>What is open, for the order.</summary>
    public int Open => Bare + Idle + Unnamed + Unregistered;

    /// <summary>The total of several.</summary>
    public static UnitLayers Sum(IReadOnlyCollection<UnitLayers> units) => new(0, "", units.Sum(u => u.Systems), units.Sum(u => u.Bare), units.Sum(u => u.Duties), units.Sum(u => u.Idle),
        units.Sum(u => u.Resources), units.Sum(u => u.Unnamed), units.Sum(u => u.Unregistered), units.Sum(u => u.Names));
}

/// <summary>The lists behind the figures.</summary>
public enum CoverageList
{
    /// <summary>运行的系统没有目录.</summary>
    Bare,

    /// <summary>在用的职责没有目录.</summary>
    Idle,

    /// <summary>目录写了没有登记的系统, by name.</summary>
    Unregistered,

    /// <summary>目录没有写来源系统.</summary>
    Unnamed,
}

/// <summary>Chinese names of the lists.</summary>
internal static class CoverageWords
{
    /// <summary>The list as shown.</summary>
    public static string Name(this CoverageList list) => list switch
    {
        CoverageList.Bare => "没有目录的系统",
        CoverageList.Idle => "没有目录的职责",
        CoverageList.Unregistered => "目录写到而未登记的系统",
        _ => "没有写来源系统的目录",
    };
}

/// <summary>A row of such a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Href">Its page.</param>
/// <param name="Unit">Short name of the unit.</param>
/// <param name="Note">What else there is to say; a Chinese sentence that takes <paramref name="Count"/>, or a text of the unit's own.</param>
/// <param name="Count">What fills it; null for nothing to fill.</param>
public sealed record CoverageRow(string Name, string Href, string Unit, string Note, int? Count = null)
{
    /// <summary>The note as shown. A text of the unit's own may hold braces: only a sentence with a count is filled in.</summary>
    public string Text(Translator t) => Count is { } count ? t[Note, count] : t[Note];
}

/// <summary>The page: figures of units, or one list.</summary>
public sealed record CoverageView
{
    /// <summary>Rows a page.</summary>
    public const int Size = 100;

    public required UnitLayers Total { get; init; }
    public required IReadOnlyList<UnitLayers> Units { get; init; }

    /// <summary>The list shown; null for the figures.</summary>
    public CoverageList? List { get; init; }

    /// <summary>The unit the list is narrowed to; 0 for all.</summary>
    public long UnitId { get; init; }

    /// <summary>Its short name.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The name whose resources are listed; empty for none.</summary>
    public string SystemName { get; init; } = "";

    public IReadOnlyList<CoverageRow> Rows { get; init; } = [];
    public int Page { get; init; } = 1;
    public int Count { get; init; }

    /// <summary>True when the person may register what was found in their unit.</summary>
    public bool MayRegister { get; init; }
}
