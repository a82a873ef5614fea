using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists;

/// <summary>Reads the texts of a reported row as the records hold them. They were checked against the declaration before.</summary>
internal static class ReportedValues
{
    /// <summary>The member of a domain that a text names; null for none.</summary>
    public static T? Of<T>(this ReportedRow row, string key, ValueDomain<T> domain) where T : struct, Enum => domain.Read(row[key]).Value;

    /// <summary>The names in a cell that lists several, each once.</summary>
    public static IReadOnlyList<string> Names(this ReportedRow row, string key) => [.. ValueDomain.Split(row[key]).Distinct()];

    /// <summary>What lives in the record's JSON.</summary>
    public static IReadOnlyDictionary<string, string> Elements(this ReportedRow row, DeclaredPart declared) =>
        declared.Keys.Where(k => row[k].Length > 0).ToDictionary(k => k, k => row[k]);
}
