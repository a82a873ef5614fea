using Qingdan.Platform.Time;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>How a person wants to be written to.</summary>
internal enum MailMode
{
    /// <summary>每天一封.</summary>
    Daily,

    /// <summary>每小时一封.</summary>
    Hourly,

    /// <summary>随到随发.</summary>
    AtOnce,

    /// <summary>不发邮件.</summary>
    None,
}

/// <summary>A person's choice. Without a row: once a day, in Chinese; what is overdue at once.</summary>
internal sealed class NoticeSettings
{
    public long PersonId { get; init; }
    public MailMode Mode { get; set; }

    /// <summary>zh or en.</summary>
    public string Language { get; set; } = "zh";

    public int Edit { get; set; }
}

/// <summary>When what waits is gathered into a mail.</summary>
internal static class Digests
{
    private const int MorningHour = 8;

    /// <summary>What was told before this instant is due: all of it, that before this hour, or that before the last morning at eight. Null when no mail is wanted.</summary>
    /// <param name="mode">The person's choice.</param>
    /// <param name="now">The instant.</param>
    public static DateTimeOffset? Before(MailMode mode, DateTimeOffset now) => mode switch
    {
        MailMode.AtOnce => now.AddMilliseconds(1),
        MailMode.Hourly => new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, now.Offset),
        MailMode.Daily => Morning(now),
        _ => null,
    };

    /// <summary>The choice as shown.</summary>
    public static string Text(this MailMode mode) => mode switch
    {
        MailMode.Daily => "每天一封（早上八点）",
        MailMode.Hourly => "每小时一封",
        MailMode.AtOnce => "随到随发",
        _ => "不发邮件",
    };

    private static DateTimeOffset Morning(DateTimeOffset now)
    {
        var local = LegalDay.Local(now);
        var morning = new DateTimeOffset(local.Year, local.Month, local.Day, MorningHour, 0, 0, local.Offset);
        return now >= morning ? morning : morning.AddDays(-1);
    }
}
