using Qingdan.Platform.Time;

namespace Qingdan.Lists;

/// <summary>A day as forms and programs write it.</summary>
internal static class FormDay
{
    /// <summary>The day of a field; null when empty or not a day.</summary>
    public static DateOnly? Parse(string text) => TypedDay.Read(text);
}
