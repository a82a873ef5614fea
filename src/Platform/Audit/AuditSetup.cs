using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Audit;

/// <summary>Registers the audit log.</summary>
public static class AuditSetup
{
    /// <summary>The log, its sealer and its table.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddScoped<AuditLog>().AddSingleton<AuditKey>().AddScoped(p => new AuditSealer(p.GetRequiredService<Store>(), p.GetRequiredService<AuditKey>())).AddScoped<ICheckup, AuditCheckup>().AddSingleton<IStoreMap, AuditMap>();

    /// <summary>Makes the actions in the static fields of <paramref name="catalogue"/> known to the audit page and its document.</summary>
    public static IServiceCollection AddAuditActions(this IServiceCollection services, Type catalogue)
    {
        foreach (var field in catalogue.GetFields())
            if (field.GetValue(null) is AuditAction action) services.AddSingleton(action);
        return services;
    }

    /// <summary>Says how the members of an enum read in events on subjects of a kind; <paramref name="kind"/> is the beginning of the subject's kind.</summary>
    public static IServiceCollection AddAuditWords<T>(this IServiceCollection services, string kind, Func<T, string> text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>()) services.AddSingleton(new AuditWord(kind, value.ToString(), text(value)));
        return services;
    }

    private sealed class AuditMap : IStoreMap
    {
        public void Build(ModelBuilder model)
        {
            model.Entity<AuditEvent>().ToTable("platform_audit");
            model.Entity<AuditHead>().ToTable("platform_audit_head");
        }
    }
}
