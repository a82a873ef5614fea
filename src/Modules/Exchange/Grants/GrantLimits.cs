namespace Qingdan.Exchange.Grants;

/// <summary>How much a grant lets through. The usual figures are a practice of this system, not law; the data centre changes them for each grant.</summary>
internal static class GrantLimits
{
    /// <summary>Calls a day and a second, where nobody has said otherwise.</summary>
    public const int UsualQuota = 10_000, UsualRate = 50;

    /// <summary>The most that can be set.</summary>
    public const int MostQuota = 100_000_000, MostRate = 100_000;
}
