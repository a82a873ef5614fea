using System.Globalization;
using Qingdan.Platform.Time;

namespace Qingdan.Platform.Web;

/// <summary>How values look on every page, in both languages.</summary>
public static class Shown
{
    /// <summary>2026-11-26; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>2026-11-26 10:42 on Shanghai's clock; empty for none.</summary>
    public static string Instant(DateTimeOffset? instant) =>
        instant is { } at ? LegalDay.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary>2026-11-26 10:42:07, where several come in a minute.</summary>
    public static string Second(DateTimeOffset instant) => LegalDay.Local(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>1,284.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>94.6%; a dash when there is nothing to divide by.</summary>
    public static string Percent(long part, long whole) => whole == 0 ? "—" : (100.0 * part / whole).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>12.4 MB.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => (bytes / 1024.0).ToString("0.#", CultureInfo.InvariantCulture) + " KB",
        _ => (bytes / 1024.0 / 1024).ToString("0.#", CultureInfo.InvariantCulture) + " MB",
    };
}
