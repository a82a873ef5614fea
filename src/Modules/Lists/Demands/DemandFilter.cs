using Qingdan.Platform.Web;

namespace Qingdan.Lists.Demands;

/// <summary>Which demands are asked for; as the address says it. Null means: all.</summary>
internal sealed record DemandFilter(DemandState? State, string? Text, long? Unit, long? Provider, bool? InCatalog)
{
    /// <summary>The filter of an address; what cannot be read does not filter. Without a tab it is the demand list.</summary>
    public static DemandFilter From(QueryState query) => new(
        FormChoice.Of<DemandState>(query["tab"]) ?? DemandState.Listed, query["q"], Number(query["unit"]), Number(query["provider"]),
        query["kind"] switch { "in" => true, "out" => false, _ => null });

    /// <summary>True when more is asked than the tab.</summary>
    public bool Narrows => Text is not null || Unit is not null || Provider is not null || InCatalog is not null;

    private static long? Number(string? text) => long.TryParse(text, out var number) ? number : null;
}
