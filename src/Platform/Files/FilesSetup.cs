using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Files;

/// <summary>Registers the file store.</summary>
public static class FilesSetup
{
    /// <summary>The file store and its table.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddScoped<FileStore>().AddSingleton<IStoreMap, FileMap>();

    private sealed class FileMap : IStoreMap
    {
        public void Build(ModelBuilder model) => model.Entity<StoredFile>().ToTable("platform_files");
    }
}
