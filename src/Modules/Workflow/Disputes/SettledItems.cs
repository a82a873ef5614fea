using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Disputes;

/// <summary>What becomes of each refused item, as the fields of <see cref="Viewing.SettleFields"/> say it.</summary>
internal static class SettledItems
{
    /// <summary>The verdicts of the fields whose names begin so, by item.</summary>
    public static Dictionary<long, Verdict> From(IFormCollection form, string prefix) => form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(f => (Item: f.Key[prefix.Length..], f.Value)).Where(f => long.TryParse(f.Item, out _) && Enum.TryParse<Verdict>(f.Value, out _))
        .ToDictionary(f => long.Parse(f.Item, CultureInfo.InvariantCulture), f => Enum.Parse<Verdict>(f.Value.ToString()));
}
