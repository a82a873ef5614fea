using System.Globalization;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>Why a batch stopped: a sentence with its values, translated when shown.</summary>
public sealed record BatchNote(string Text, IReadOnlyList<string> Args)
{
    /// <summary>For storing.</summary>
    public static string Of(Fault fault) => BatchJson.Write(new BatchNote(fault.Text, [.. fault.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]));

    /// <summary>What <see cref="Of"/> wrote; null for nothing.</summary>
    public static BatchNote? Read(string text) => text.Length == 0 ? null : BatchJson.Read<BatchNote>(text);
}
