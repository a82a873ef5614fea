using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Systems.Planning;

/// <summary>A recorded 验收核对: the lines as they were, and what was decided on them.</summary>
internal sealed class PlanCheck
{
    public long Id { get; init; }
    public long SystemId { get; init; }
    public bool Passed { get; init; }
    public required string Checker { get; init; }
    public DateOnly CheckedOn { get; init; }
    public required string Remark { get; init; }

    /// <summary>The comparison of that moment, as JSON.</summary>
    public required string Lines { get; init; }

    public required string RecordedBy { get; init; }
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The comparison as it is stored.</summary>
    public static string Write(IReadOnlyList<PlanLine> lines) => JsonSerializer.Serialize(lines, JsonText.Readable);

    /// <summary>A stored comparison.</summary>
    public static IReadOnlyList<PlanLine> Read(string lines) => JsonSerializer.Deserialize<List<PlanLine>>(lines, JsonText.Readable)!;

    /// <summary>Tells two comparisons apart: what was decided on is what was seen.</summary>
    public static string Digest(IReadOnlyList<PlanLine> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(lines))));
}
