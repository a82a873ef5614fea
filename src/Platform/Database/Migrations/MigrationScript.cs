using System.Reflection;
using System.Text.RegularExpressions;
using Qingdan.Platform.Search;

namespace Qingdan.Platform.Database;

/// <summary>One SQL file beside its module. <c>0001_name.sql</c> serves both engines, <c>0002_name.sqlite.sql</c> and <c>.postgres.sql</c> one each.</summary>
internal sealed partial record MigrationScript(string Name, string Sql)
{
    /// <summary>The scripts of a module for an engine, in the order of their numbers.</summary>
    public static IEnumerable<MigrationScript> Of(Assembly module, Engine engine) =>
        from resource in module.GetManifestResourceNames()
        let match = FileName().Match(resource)
        where match.Success && (match.Groups["engine"].Value is "" || match.Groups["engine"].Value.Equals(engine.ToString(), StringComparison.OrdinalIgnoreCase))
        let name = $"{module.GetName().Name}/{match.Groups["name"].Value}"
        orderby match.Groups["name"].Value
        select new MigrationScript(name, Fill(Read(module, resource), engine));

    /// <summary>
    /// What stands in braces: <c>{id}</c> is the type of a 64-bit primary key (in SQLite only INTEGER is the row's own number), <c>{bigrams}</c> the tokenizer of an index.
    /// </summary>
    private static string Fill(string sql, Engine engine) => sql
        .Replace("{id}", engine == Engine.Sqlite ? "INTEGER PRIMARY KEY" : "BIGINT PRIMARY KEY", StringComparison.Ordinal)
        .Replace("{bigrams}", Bigrams.Tokenizer, StringComparison.Ordinal);

    private static string Read(Assembly module, string resource)
    {
        using var reader = new StreamReader(module.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.Migrations\.(?<name>_?\d{4}_[a-z_0-9]+)(\.(?<engine>sqlite|postgres))?\.sql$")]
    private static partial Regex FileName();
}
