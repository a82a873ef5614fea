using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>The secret of a hook: made here, shown once, kept encrypted, used to sign.</summary>
internal sealed class HookSecret(IDataProtectionProvider protection)
{
    private const int Bytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("workflow.hooks");

    /// <summary>A new one.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>As it is kept.</summary>
    public string Keep(string secret) => _protector.Protect(secret);

    /// <summary>As it was shown; throws where the keys of data protection are lost.</summary>
    public string Read(string kept) => _protector.Unprotect(kept);

    /// <summary>The header <c>X-Qingdan-Signature</c>: the instant in seconds, and the HMAC-SHA256 of "instant.body". The receiver computes it anew and refuses what is old.</summary>
    public static string Signature(string secret, DateTimeOffset at, string body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }
}
