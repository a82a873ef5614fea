namespace Qingdan.Catalog.Resources;

/// <summary>What a file said where it was not, or not surely, understood: kept among the elements of a resource until somebody states the value.</summary>
internal static class OriginalWording
{
    /// <summary>The end of such an element's key; before it stands the field's.</summary>
    public const string Ending = "Original";

    /// <summary>Key → Chinese name.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["frequencyOriginal"] = "更新频率原文", ["shareOriginal"] = "共享属性原文", ["openTypeOriginal"] = "开放属性原文", ["itemListOriginal"] = "数据项清单原文",
    };

    /// <summary>The name of an undeclared element: its key where it is none of these.</summary>
    public static string NameOf(string key) => Names.GetValueOrDefault(key, key);
}
