using Qingdan.Catalog.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Systems;

/// <summary>The names of systems that stand in a resource's 来源系统. Pure.</summary>
internal static class SystemNames
{
    private static readonly char[] Marks = ['；', ';', '|', '\r', '\n'];

    /// <summary>The names written there, several separated by ；; none where people wrote that there is nothing to write. 、 may belong to a name.</summary>
    public static IReadOnlyList<string> In(string text) => [.. text.Split(Marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(n => NameKey.Of(n).Length > 0 && !ValueDomain.Blank(TextFold.Of(n)) && n != "无").DistinctBy(NameKey.Of)];

    /// <summary>All by which the text may mean a system, in comparable form: the whole, and name by name.</summary>
    public static IEnumerable<string> Keys(string text) => In(text).Prepend(text).Select(NameKey.Of);
}
