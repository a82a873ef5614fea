using System.Collections.Frozen;
using System.Text.Json;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Language;

/// <summary>The English of all modules, from their embedded <c>en.json</c> files: Chinese text → English text.</summary>
public sealed class Dictionaries(IEnumerable<Module> modules)
{
    private readonly FrozenDictionary<string, string> _english = modules.SelectMany(Read).GroupBy(p => p.Key).ToFrozenDictionary(g => g.Key, g => g.First().Value);

    /// <summary>The English of a text; data has no English and comes back as it is.</summary>
    public string English(string chinese) => _english.GetValueOrDefault(chinese, chinese);

    private static IEnumerable<KeyValuePair<string, string>> Read(Module module) =>
        from resource in module.Assembly.GetManifestResourceNames()
        where resource.EndsWith("en.json", StringComparison.Ordinal)
        from pair in JsonSerializer.Deserialize<Dictionary<string, string>>(module.Assembly.GetManifestResourceStream(resource)!)!
        select pair;
}
