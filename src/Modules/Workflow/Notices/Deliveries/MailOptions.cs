using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>The mail server, from the configuration under <c>Mail</c> (environment: <c>Mail__Host</c>…). Without a host nothing is mailed, and the pages say so.</summary>
/// <param name="Host">Name or address; empty when there is none.</param>
/// <param name="Port">25 unless told.</param>
/// <param name="Tls">Auto, None, StartTls, StartTlsWhenAvailable or SslOnConnect.</param>
/// <param name="User">Account at the server; empty for none.</param>
/// <param name="Secret">Its password or code.</param>
/// <param name="From">Address of the sender.</param>
/// <param name="Site">Where this program is reached, for links: https://qingdan.example; empty for none.</param>
internal sealed record MailOptions(string Host, int Port, SecureSocketOptions Tls, string User, string Secret, string From, string Site)
{
    private const int UsualPort = 25;

    /// <summary>True when mail can be sent.</summary>
    public bool On => Host.Length > 0;

    /// <summary>Reads them; a value that cannot be understood stops the program at its start.</summary>
    public static MailOptions Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var host = mail["Host"] ?? "";
        return new MailOptions(
            host, mail.GetValue("Port", UsualPort), mail.GetValue("Tls", SecureSocketOptions.Auto), mail["User"] ?? "", mail["Secret"] ?? "", mail["From"] ?? (host.Length > 0 ? $"qingdan@{host}" : ""), (mail["Site"] ?? "").TrimEnd('/'));
    }
}
