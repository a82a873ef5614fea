using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;

namespace Qingdan.Organizations.People;

/// <summary><c>password</c>: a new password for one account, shown once. The way back in when nobody else can help.</summary>
internal sealed class PasswordVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var name = new Argument<string>("name") { Description = "登录名 / sign-in name" };
        var command = new Command("password", "重置密码并解除锁定 / reset a password and end a lock") { name };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var t = scope.ServiceProvider.GetRequiredService<Translator>();
            var done = await scope.ServiceProvider.GetRequiredService<ResetPassword>().AtTheMachine(parsed.GetValue(name)!, cancel);
            return done.TryGet(out var account)
                ? host.Answer(parsed, new { account.SignInName, account.Password }, (a, output) => output.WriteLine($"{a.SignInName}  {a.Password}  {t["首次登录须修改。"]}"))
                : host.Refuse(parsed, done.Faults, t);
        });
        return command;
    }
}
