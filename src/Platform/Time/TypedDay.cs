using System.Globalization;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Time;

/// <summary>A day that a person or a program gave: how it is written, and which days can be meant at all. The year 9999 is a slip of the hand, and nobody can count to it.</summary>
public static class TypedDay
{
    /// <summary>The years that can be meant: those the working calendar can say anything about.</summary>
    public const int FirstYear = 2000, LastYear = 2095;

    /// <summary>The last day that can be meant.</summary>
    public static readonly DateOnly Last = new(LastYear, 12, 31);

    /// <summary>The first one.</summary>
    public static readonly DateOnly First = new(FirstYear, 1, 1);

    /// <summary>The day of a field, yyyy-MM-dd; null when it is empty or no day.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day of a field if it can be meant; null for any other, as for one that is no day. A filter that cannot be meant is none.</summary>
    public static DateOnly? Meant(string? text) => Read(text) is { } day && Possible(day) ? day : null;

    /// <summary>True when it can be meant.</summary>
    public static bool Possible(DateOnly day) => day >= First && day <= Last;

    /// <summary>Why a day cannot be meant; null when it can, or when there is none.</summary>
    /// <param name="day">As it was read.</param>
    /// <param name="field">The field it was typed into.</param>
    /// <param name="name">The field's Chinese name.</param>
    public static Fault? Refusal(DateOnly? day, string field, string name) =>
        day is not { } given || Possible(given) ? null : new("day.impossible", "{0}应在 {1} 年至 {2} 年之间。", field, FaultKind.Invalid, name, $"{FirstYear}", $"{LastYear}");
}
