using Microsoft.EntityFrameworkCore;

namespace Qingdan.Platform.Database;

/// <summary>
/// The one unit of work. Modules bring their tables by <see cref="IStoreMap"/>, so that a change, its audit event
/// and the jobs it starts are committed together.
/// </summary>
public sealed class Store(DbContextOptions<Store> options, IEnumerable<IStoreMap> maps) : DbContext(options)
{
    private Engine? _engine;

    /// <summary>The engine under this unit of work.</summary>
    // The provider's name is read from its assembly each time.
    public Engine Engine => _engine ??= Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? Engine.Sqlite : Engine.Postgres;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var map in maps) map.Build(modelBuilder);
        ColumnNames.Apply(modelBuilder);
    }
}
