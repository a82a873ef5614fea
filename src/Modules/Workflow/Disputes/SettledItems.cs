using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Disputes;

/// <summary>What becomes of each refused item, as the fields of <see cref="Viewing.SettleFields"/> say it.</summary>
internal static class SettledItems
{
    private static readonly Dictionary<string, Verdict> Names = Enum.GetValues<Verdict>().ToDictionary(v => $"{v}");

    /// <summary>The verdicts of the fields whose names begin so, by item: a field that names no item as it is written here, or no verdict, says nothing.</summary>
    public static Dictionary<long, Verdict> From(IFormCollection form, string prefix)
    {
        var verdicts = new Dictionary<long, Verdict>();
        foreach (var (key, value) in form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal)))
            if (long.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var item) && key == string.Create(CultureInfo.InvariantCulture, $"{prefix}{item}") && Names.TryGetValue(value.ToString(), out var verdict)) verdicts[item] = verdict;
        return verdicts;
    }
}
