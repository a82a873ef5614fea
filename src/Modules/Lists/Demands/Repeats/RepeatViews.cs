using System.Globalization;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>Which pairs are meant; what cannot be read does not filter.</summary>
public sealed record RepeatFilter(RepeatState State, RepeatKind? Kind, long Unit)
{
    public static RepeatFilter From(QueryState query) => new(
        Enum.TryParse<RepeatState>(query["state"], true, out var state) && Enum.IsDefined(state) ? state : RepeatState.Open,
        Enum.TryParse<RepeatKind>(query["kind"], true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0);
}

/// <summary>One of two demands that are alike. <paramref name="State"/> is a Chinese key of its translation.</summary>
public sealed record RepeatSide(long Id, string Number, string Name, long UnitId, string Unit, string Provider, string Scenario, string State, Tone Tone);

/// <summary>Two demands that are alike, and why.</summary>
/// <param name="Common">Items that both want.</param>
/// <param name="Of">Items of the one that wants fewer.</param>
/// <param name="Items">Names of the first few items in common.</param>
public sealed record RepeatView(
    long Id, RepeatKind Kind, RepeatState State, int Common, int Of, bool SameScenario, IReadOnlyList<string> Items, RepeatSide First, RepeatSide Second, string Why, string DecidedBy, DateTimeOffset? DecidedAt, bool MayDecide);

/// <summary>A page of pairs with the figures of its filters.</summary>
public sealed record RepeatList(IReadOnlyList<RepeatView> Pairs, IReadOnlyDictionary<RepeatState, int> States, IReadOnlyList<(long Id, string Name)> Units, int Page, int Size, int Total);

/// <summary>A demand like the one that is looked at.</summary>
/// <param name="Together">They are answered together.</param>
public sealed record RepeatBeside(RepeatKind Kind, bool Together, int Common, RepeatSide Other);

/// <summary>How they are shown.</summary>
internal static class RepeatWords
{
    public static string Text(this RepeatKind kind) => kind == RepeatKind.Repeat ? "重复需求" : "同类需求";

    public static string Text(this RepeatState state) => state switch
    {
        RepeatState.Open => "待处理",
        RepeatState.Joined => "合并答复",
        _ => "不是重复",
    };
}
