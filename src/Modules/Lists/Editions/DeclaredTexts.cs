using System.Text.Json.Nodes;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Editions;

/// <summary>Declared elements as a published line has them.</summary>
internal static class DeclaredTexts
{
    /// <summary>Those that have a text.</summary>
    public static JsonObject Of(string elements)
    {
        var texts = new JsonObject();
        foreach (var (name, text) in DeclaredPart.Texts(elements).OrderBy(e => e.Key, StringComparer.Ordinal))
            if (text.Length > 0) texts[name] = text;
        return texts;
    }
}
