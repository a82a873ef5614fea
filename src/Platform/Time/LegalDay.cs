namespace Qingdan.Platform.Time;

/// <summary>A legal date is a day in Asia/Shanghai, whatever the server's zone; instants are UTC.</summary>
public static class LegalDay
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The day in Shanghai on which <paramref name="instant"/> falls.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>Today in Shanghai.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>The instant at which a day begins in Shanghai.</summary>
    public static DateTimeOffset Start(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Shanghai));

    /// <summary>The instant on Shanghai's clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Shanghai);
}
