using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>Which cases are asked for, as the address says it. Null means: all; without a tab those under way.</summary>
internal sealed record CaseFilter(string Tab, string? Text, long? Unit, long? Provider, string? Answer = null)
{
    /// <summary>The tabs that are no state: what is under way, what its provider owes, what is late, and all.</summary>
    public const string Open = "open", Owed = "owed", Late = "late", All = "all";

    /// <summary>The filter of an address; what cannot be read does not filter.</summary>
    public static CaseFilter From(QueryState query) => new(
        query["tab"] is { } tab && (tab is Owed or Late or All || Enum.TryParse<CaseState>(tab, out _)) ? tab : Open, query["q"], Number(query["unit"]), Number(query["provider"]),
        query["answer"] is { } answer && Enum.TryParse<Answered>(answer, out var answered) && Enum.IsDefined(answered) ? $"{answered}" : null);

    /// <summary>True when more is asked than the tab.</summary>
    public bool Narrows => Text is not null || Unit is not null || Provider is not null || Answer is not null;

    private static long? Number(string? text) => long.TryParse(text, out var number) ? number : null;
}
