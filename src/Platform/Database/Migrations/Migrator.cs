using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Qingdan.Platform.Database;

/// <summary>Brings the schema up to date. A script that was applied must not change afterwards: its digest is kept.</summary>
public sealed class Migrator(Store store, IEnumerable<Module> modules, TimeProvider clock)
{
    // Any number will do, as long as every node takes the same lock.
    private const long AdvisoryLock = 7_204_119;

    /// <summary>Applies what is missing, all in one transaction; returns the names applied.</summary>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        if (store.Engine == Engine.Postgres) await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancel);
        await store.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS platform_migrations (name TEXT PRIMARY KEY, digest TEXT NOT NULL, applied_at BIGINT NOT NULL)", cancel);
        var known = (await store.Database.SqlQuery<Applied>($"SELECT name, digest FROM platform_migrations").ToListAsync(cancel)).ToDictionary(a => a.Name, a => a.Digest);
        var applied = new List<string>();
        foreach (var script in modules.SelectMany(m => MigrationScript.Of(m.Assembly, store.Engine)))
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script.Sql)));
            if (known.TryGetValue(script.Name, out var before))
            {
                if (before != digest) throw new InvalidOperationException($"Migration {script.Name} was changed after it was applied. Add a new script instead.");
                continue;
            }
            await Apply(script, digest, cancel);
            applied.Add(script.Name);
        }
        await transaction.CommitAsync(cancel);
        return applied;
    }

    private async Task Apply(MigrationScript script, string digest, CancellationToken cancel)
    {
        // Not ExecuteSqlRaw: it reads braces in the script as placeholders.
        await using var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Transaction();
        command.CommandText = script.Sql;
        await command.ExecuteNonQueryAsync(cancel);
        await store.Database.ExecuteSqlAsync(
            $"INSERT INTO platform_migrations (name, digest, applied_at) VALUES ({script.Name}, {digest}, {clock.GetUtcNow().ToUnixTimeMilliseconds()})", cancel);
    }

    private sealed record Applied(string Name, string Digest);
}
