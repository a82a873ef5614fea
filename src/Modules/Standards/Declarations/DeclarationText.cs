using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qingdan.Standards.Declarations;

/// <summary>A declaration file as it is written: all text, so that every fault can be told and not only the first.</summary>
internal sealed class DeclarationText
{
    public string? Name { get; init; }
    public string? Title { get; init; }
    public string? Note { get; init; }
    public List<ElementText>? Elements { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>One element as it is written.</summary>
internal sealed class ElementText
{
    public string? Key { get; init; }
    public string? Name { get; init; }
    public string? English { get; init; }
    public string? Shape { get; init; }
    public bool Typed { get; init; }
    public int? MaxLength { get; init; }
    public string? Domain { get; init; }
    public List<string>? Values { get; init; }
    public bool Many { get; init; }
    public bool Required { get; init; }
    public ConditionText? RequiredWhen { get; init; }
    public string? Matches { get; init; }
    public string? Before { get; init; }
    public string? Default { get; init; }
    public string? Source { get; init; }
    public string? Certainty { get; init; }
    public string? Hint { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>A condition as it is written.</summary>
internal sealed class ConditionText
{
    public string? Element { get; init; }
    public string? Is { get; init; }
    public List<string>? In { get; init; }
    public bool? Present { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
