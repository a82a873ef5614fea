using Qingdan.Platform.Web;

namespace Qingdan.Lists.Negatives;

/// <summary>Why an entry in force waits for its 定期复核 before the year is over.</summary>
internal enum ReviewCause
{
    /// <summary>Only its day.</summary>
    None,

    /// <summary>依据已修订.</summary>
    Amended,

    /// <summary>依据已废止.</summary>
    Repealed,
}

/// <summary>How far entries in force are from their 定期复核: what the list is narrowed by.</summary>
internal static class ReviewStanding
{
    /// <summary>Values of the filter.</summary>
    public const string Repealed = nameof(ReviewCause.Repealed), Amended = nameof(ReviewCause.Amended), Due = "due", Later = "later";

    /// <summary>What the shelf keeps of a row: the cause, or the day.</summary>
    public static string Kept(string cause, string day) => cause == nameof(ReviewCause.None) ? day : cause;

    /// <summary>The value of the filter that a kept text falls under today.</summary>
    public static string Of(string kept, DateOnly today) => kept.Length == 0 || kept is Repealed or Amended ? kept : string.CompareOrdinal(kept, Shown.Day(today)) <= 0 ? Due : Later;

    /// <summary>The value as shown.</summary>
    public static string Text(string value) => value switch
    {
        Repealed => "依据已废止",
        Amended => "依据已修订",
        Due => "复核日已到",
        _ => "未到复核日",
    };

    /// <summary>The cause as shown; empty without one.</summary>
    public static string Text(this ReviewCause cause) => cause == ReviewCause.None ? "" : Text(cause.ToString());
}
