using System.Globalization;
using System.Text.Json;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>A remark on a whole file: a sentence with its values, translated when shown.</summary>
public sealed record ReturnNote(string Text, IReadOnlyList<string> Args)
{
    /// <summary>For storing.</summary>
    public static string Write(IEnumerable<Fault> faults) =>
        JsonSerializer.Serialize(faults.Select(f => new ReturnNote(f.Text, [.. f.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")])), JsonText.Readable);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<ReturnNote> Read(string json) => JsonSerializer.Deserialize<List<ReturnNote>>(json, JsonText.Readable)!;
}
