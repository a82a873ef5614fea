using Qingdan.Platform.CommandLine;

namespace Qingdan.Platform.Database;

/// <summary>Asks the engine whether its files are sound, and whether all migrations are there.</summary>
internal sealed class DatabaseCheckup(Store store, IEnumerable<Module> modules) : ICheckup
{
    private const int OldestPostgres = 150_000;

    public async Task<CheckupReport> Look(CancellationToken cancel)
    {
        var applied = (await store.Query("SELECT name FROM platform_migrations", row => row.GetString(0), cancel)).ToHashSet();
        if (modules.SelectMany(m => MigrationScript.Of(m.Assembly, store.Engine)).FirstOrDefault(s => !applied.Contains(s.Name)) is { } missing)
            return new CheckupReport("数据库", false, "数据库结构缺少 {0}。请运行 migrate。", missing.Name);
        if (store.Engine == Engine.Sqlite)
        {
            var found = (await store.Query("PRAGMA integrity_check(1)", row => row.GetString(0), cancel))[0];
            return found == "ok" ? Well(applied.Count) : new CheckupReport("数据库", false, "SQLite 文件已损坏（{0}）。请停止服务并从备份恢复。", found);
        }
        var version = int.Parse((await store.Query("SHOW server_version_num", row => row.GetString(0), cancel))[0], System.Globalization.CultureInfo.InvariantCulture);
        return version >= OldestPostgres ? Well(applied.Count) : new CheckupReport("数据库", false, "PostgreSQL 版本低于 15。请升级数据库。");
    }

    private static CheckupReport Well(int scripts) => new("数据库", true, "结构完整，已应用 {0} 个升级脚本。", scripts);
}
