using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;

namespace Qingdan.Platform.Database;

/// <summary>Registers the store.</summary>
public static class DatabaseSetup
{
    /// <summary>The unit of work over the engine that <paramref name="options"/> name, and its migrations.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(options);
        services.AddDbContext<Store>(builder => Configure(builder, options));
        services.AddScoped<Migrator>().AddScoped<ICheckup, DatabaseCheckup>().AddSingleton<StoreBell>();
        return services;
    }

    private static void Configure(DbContextOptionsBuilder builder, StoreOptions options)
    {
        if (options.Engine == Engine.Postgres) builder.UseNpgsql(options.ConnectionString);
        else builder.UseSqlite(options.ConnectionString).AddInterceptors(new SqlitePragmas());
    }
}
