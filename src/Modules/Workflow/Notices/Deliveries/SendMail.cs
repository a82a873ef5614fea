using System.Net.Sockets;
using System.Text.Json;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>What a mail says, for readers with and without HTML.</summary>
internal sealed record MailBody(string Text, string Html);

/// <summary>Hands one mail to the server. Its id is the message's: a mail that is sent twice after a crash can be told as one.</summary>
internal sealed class SendMail(MailOptions options, RestingHosts hosts, RoleHolders holders)
{
    private const int MostMilliseconds = 20_000;

    /// <summary>Null when the server took it.</summary>
    public async Task<DeliveryProblem?> Run(Delivery delivery, CancellationToken cancel)
    {
        if (!options.On) return new DeliveryProblem("没有配置邮件服务器。", ForGood: true);
        if ((await holders.People([delivery.TargetId], cancel)).SingleOrDefault() is not { Email.Length: > 0 } person) return new DeliveryProblem("收件人没有邮箱地址，或者账号已停用。", ForGood: true);
        if (hosts.Rests(options.Host)) return DeliveryProblem.Resting;
        using var client = new SmtpClient { Timeout = MostMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, options.Tls, cancel);
            if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Secret, cancel);
            await client.SendAsync(Message(delivery, person), cancel);
        }
        catch (AuthenticationException e)
        {
            return new DeliveryProblem("邮件服务器不接受本系统的账号：{0}", e.Message);
        }
        catch (SmtpCommandException e)
        {
            return new DeliveryProblem("邮件服务器拒收：{0}", e.Message);
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException or ProtocolException or SslHandshakeException or NotSupportedException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            hosts.Fell(options.Host);
            return new DeliveryProblem("连不上邮件服务器：{0}", e.Message);
        }
        return null;
    }

    private MimeMessage Message(Delivery delivery, Recipient person)
    {
        var body = JsonSerializer.Deserialize<MailBody>(delivery.Body, JsonText.Readable)!;
        var message = new MimeMessage { Subject = delivery.Title, MessageId = $"{delivery.Id}@qingdan", Body = new BodyBuilder { TextBody = body.Text, HtmlBody = body.Html }.ToMessageBody() };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(new MailboxAddress(person.Name, person.Email));
        return message;
    }
}
