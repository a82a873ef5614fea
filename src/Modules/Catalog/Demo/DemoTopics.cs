using System.Text.Json;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Demo;

/// <summary>The demo city's word lists: what each unit has, and which items belong to a kind of record. All made up.</summary>
/// <param name="Units">Short name, 区 or 街道 → topics, each with the letter of its kind: <c>婚姻登记信息:p</c>.</param>
/// <param name="Items">Kind → items as name/field.</param>
/// <param name="Themes">Kind → 领域.</param>
internal sealed record DemoTopics(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Units, IReadOnlyDictionary<string, IReadOnlyList<string>> Items, IReadOnlyDictionary<string, string> Themes)
{
    public static DemoTopics Load()
    {
        using var stream = typeof(DemoTopics).Assembly.GetManifestResourceStream("Qingdan.Catalog.Demo.Data.topics.json")!;
        return JsonSerializer.Deserialize<DemoTopics>(stream, JsonText.Readable)!;
    }

    /// <summary>The topics of a unit; districts and subdistricts share theirs.</summary>
    public IReadOnlyList<string> Of(string shortName) =>
        Units.TryGetValue(shortName, out var own) ? own
        : shortName.EndsWith('区') ? Units["区"]
        : shortName.EndsWith("街道", StringComparison.Ordinal) || shortName.EndsWith('镇') ? Units["街道"]
        : [];
}
