namespace Qingdan.Catalog.Numbers;

/// <summary>
/// The figures of a unit in a month, as its last look found them (政务数据共享条例 38 and 上海市数据条例 36 let them be computed; how is ours).
/// The rate of mounted resources (挂接率) comes with the exchange: until there is one, there is nothing to count.
/// </summary>
/// <param name="Month">yyyy-MM.</param>
/// <param name="UnitId">The unit; 0 for all together.</param>
/// <param name="Unit">Its short name.</param>
/// <param name="Resources">Resources in force.</param>
/// <param name="Conforming">Of them such as break no rule of quality.</param>
/// <param name="Systems">Systems in operation.</param>
/// <param name="Covered">Of them such as have a resource in force.</param>
/// <param name="Timed">Resources in force that state a rhythm and the day of their last update.</param>
/// <param name="Fresh">Of them such as are not overdue.</param>
public sealed record MonthNumbers(string Month, long UnitId, string Unit, long Resources, long Conforming, long Systems, long Covered, long Timed, long Fresh)
{
    /// <summary>目录覆盖率, percent; null where there is nothing to divide by.</summary>
    public double? Coverage => Rate(Covered, Systems);

    /// <summary>规范率.</summary>
    public double? Conformity => Rate(Conforming, Resources);

    /// <summary>更新及时率.</summary>
    public double? Timeliness => Rate(Fresh, Timed);

    /// <summary>Several units as one.</summary>
    public static MonthNumbers Sum(string month, IReadOnlyCollection<MonthNumbers> rows) => new(month, 0, "", rows.Sum(r => r.Resources), rows.Sum(r => r.Conforming), rows.Sum(r => r.Systems), rows.Sum(r => r.Covered), rows.Sum(r => r.Timed), rows.Sum(r => r.Fresh));

    private static double? Rate(long part, long whole) => whole == 0 ? null : Math.Round(100.0 * part / whole, 1);
}
