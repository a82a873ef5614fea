using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Registers.Importing;

namespace Qingdan.Workflow.Registers;

/// <summary>归集登记 and 属地返还登记: table, services and menu.</summary>
internal static class RegisterSetup
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, RegisterMap>().AddAuditActions(typeof(RegisterAudit))
        .AddScoped<SaveRegisterRow>().AddScoped<FindRegister>().AddScoped<CollectedData>().AddScoped<ReceiveRegister>().AddScoped<ReadRegister>().AddScoped<TakeRegister>().AddScoped<FindRegisterImports>().AddScoped<IDemoPart, RegisterDemo>()
        .AddNav(Menu.Demands, "归集登记", "/workflow/collected", "database-down", Roles.Business)
        .AddNav(Menu.Demands, "属地返还登记", "/workflow/returned", "arrow-return-left", Roles.Business);
}

/// <summary>The tables of both registers.</summary>
internal sealed class RegisterMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<RegisterRow>().ToTable("workflow_registers").Property(r => r.Edit).IsConcurrencyToken();
        model.Entity<RegisterImport>().ToTable("workflow_register_imports").Property(i => i.Edit).IsConcurrencyToken();
    }
}
