using System.CommandLine;
using System.Globalization;
using Qingdan.App;
using Qingdan.App.Verbs;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;

// Days and numbers look the same wherever the server stands; the reader's language is the translator's.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// One program: without a verb, or with `serve`, it is the server; every other verb does its work and ends.
var data = new Option<string>("--data") { Description = "SQLite 数据目录 / folder of the SQLite store", DefaultValueFactory = _ => "data", Recursive = true };
var db = new Option<string?>("--db") { Description = "PostgreSQL 连接串 / connection string", Recursive = true };
var host = new VerbHost(async (parsed, cancel) =>
{
    var services = new ServiceCollection().AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)).AddQingdan(Options(parsed)).BuildServiceProvider();
    var scope = services.CreateAsyncScope();
    await scope.ServiceProvider.GetRequiredService<Migrator>().Run(cancel);
    return scope;
});
var root = new RootCommand("清单 Qingdan") { data, db, host.Json };
var composition = new ServiceCollection().AddQingdan(new StoreOptions("data")).BuildServiceProvider();
foreach (var verb in composition.GetServices<IVerb>().Prepend(new ServeVerb(Options))) root.Add(verb.Build(host));
var result = root.Parse(args);
if (result.Errors.Count > 0)
{
    await result.InvokeAsync();
    return ExitCode.Usage;
}
try
{
    return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is not OperationCanceledException)
{
    return FailureReport.Print(failure, result.GetValue(data)!, Console.Error);
}

StoreOptions Options(ParseResult parsed)
{
    var folder = parsed.GetValue(data)!;
    Directory.CreateDirectory(folder);
    return new StoreOptions(folder, parsed.GetValue(db));
}
