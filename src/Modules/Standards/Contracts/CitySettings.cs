using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;

namespace Qingdan.Standards.Contracts;

/// <summary>What differs from city to city and no law says: <c>city.json</c> in the data folder, read at the start.</summary>
public sealed partial class CitySettings
{
    /// <summary>307 = 部门·省级; 009 is Shanghai's usual place among the provinces. From memory, not read in a source.</summary>
    public const string PrefixFromMemory = "307009";

    /// <summary>Reads the file; without one, or with a fault in it, the defaults hold.</summary>
    public CitySettings(StoreOptions options)
    {
        var file = Path.Combine(options.DataFolder, "city.json");
        if (!File.Exists(file)) return;
        try
        {
            var text = JsonSerializer.Deserialize<SettingsText>(File.ReadAllText(file), Options);
            if (text?.NationalCatalogPrefix is { } prefix && Prefix().IsMatch(prefix)) (NationalCatalogPrefix, IsStated) = (prefix, true);
            else Fault = new Fault("standards.city.prefix", "nationalCatalogPrefix 应是六位数字：类、项和目，例如 307009。", "nationalCatalogPrefix");
        }
        catch (JsonException broken)
        {
            Fault = new Fault("standards.city.json", "city.json 读不懂，第 {0} 行附近有误（{1}）。", null, FaultKind.Invalid, broken.LineNumber + 1 ?? 1, broken.Path ?? "");
        }
    }

    /// <summary>The first six digits of a national catalogue code: 类 项 目.</summary>
    public string NationalCatalogPrefix { get; } = PrefixFromMemory;

    /// <summary>False while the default from memory holds: it is shown as such.</summary>
    public bool IsStated { get; }

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public Fault? Fault { get; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private sealed record SettingsText(string? NationalCatalogPrefix);

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex Prefix();
}
