using Microsoft.Extensions.Configuration;

namespace Qingdan.Exchange.Log;

/// <summary>How the log is kept, from the configuration under <c>ExchangeLog</c> (environment: <c>ExchangeLog__KeepYears</c>).</summary>
/// <param name="KeepYears">Whole years that calls are kept; can only be lengthened.</param>
/// <param name="SpoolBytes">Bytes after which a spool file is followed by the next.</param>
internal sealed record LogOptions(int KeepYears = LogOptions.LeastYears, long SpoolBytes = LogOptions.UsualBytes)
{
    /// <summary>政务数据共享条例 Art. 29: records of use are kept at least three years, unless a law or administrative regulation says otherwise. From when they run it does not say: here from the call.</summary>
    public const int LeastYears = 3;

    private const long UsualBytes = 64 * 1024 * 1024;
    private const int MostYears = 100;

    /// <summary>Reads them; what the law does not allow stops the program at its start.</summary>
    public static LogOptions Read(IConfiguration configuration)
    {
        var years = configuration.GetValue("ExchangeLog:KeepYears", LeastYears);
        return years is >= LeastYears and <= MostYears ? new LogOptions(years) : throw new InvalidOperationException($"ExchangeLog:KeepYears is {years}; it can be {LeastYears} to {MostYears}.");
    }
}
