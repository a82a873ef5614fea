using System.Globalization;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Contracts.Reports;

/// <summary>Something to say about a cell.</summary>
/// <param name="Key">The column; empty for the whole row.</param>
/// <param name="Was">The stored value that it replaces; null when it does not.</param>
/// <param name="Wrong">True when it hinders taking the row over.</param>
/// <param name="Text">A Chinese sentence, key of its translation; empty when it is only another value.</param>
/// <param name="Args">Values for its placeholders.</param>
public sealed record CellWord(string Key, string? Was, bool Wrong, string Text, IReadOnlyList<string> Args)
{
    /// <summary>The sentence of a fault.</summary>
    internal static CellWord Of(string key, Fault fault, bool wrong) => new(key, null, wrong, fault.Text, [.. fault.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]);
}
