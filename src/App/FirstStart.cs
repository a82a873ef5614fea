using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;

namespace Qingdan.App;

/// <summary>What an empty store begins with: the demo city, or one administrator.</summary>
internal static class FirstStart
{
    /// <summary>Loads the parts of the demo city in their order, each in a scope of its own: what one tracked does not slow the next.</summary>
    public static async Task Demo(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        for (int? after = int.MinValue; ;)
        {
            await using var scope = services.CreateAsyncScope();
            var part = scope.ServiceProvider.GetServices<IDemoPart>().OrderBy(p => p.Order).FirstOrDefault(p => p.Order > after);
            if (part is null) return;
            await part.Load(output, cancel);
            after = part.Order;
        }
    }

    /// <summary>Opens one administrator's account and prints its password, this once.</summary>
    public static async Task Administrator(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var created = (await services.GetRequiredService<IFirstAdministrator>().Create(cancel)).Value;
        await output.WriteLineAsync($"管理员 / administrator: {created.SignInName}    初始密码 / first password: {created.Password}    （只显示这一次 / shown this once）");
    }

    /// <summary>True when nobody ever did anything in this store.</summary>
    public static async Task<bool> IsEmpty(IServiceProvider services, CancellationToken cancel) =>
        !await services.GetRequiredService<Store>().Set<AuditEvent>().AnyAsync(cancel);
}
