using System.Globalization;
using Qingdan.Bench;
using Qingdan.Bench.Gateway;
using Qingdan.Bench.Search;
using Qingdan.Platform.Database;

if (args is ["start-empty" or "start-qingdan" or "import-memory" or "writing-memory", ..])
{
    await (args[0] switch { "import-memory" => ImportBench.Child(args), "writing-memory" => WritingBench.Child(args), _ => StartBench.Child(args) });
    return 0;
}
if (args is ["gateway-provider" or "gateway-bare", ..])
{
    await Beside.Child(args);
    return 0;
}
var wanted = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToHashSet();
var rows = new List<Ratio>();
if (Wanted("import")) await Add(await ImportBench.Run(Path.Combine("..", "shared", "data")));
if (Wanted("log")) await Add(await LogBench.Run());
if (Wanted("workbook")) await Add(await WorkbookBench.Run());
foreach (var engine in Enum.GetValues<Engine>())
    if (Wanted("generation")) await Add(await GenerationBench.Run(engine, 100_000, 3));
foreach (var engine in Enum.GetValues<Engine>())
    if (Wanted("pages")) await Add(await PagesBench.Run(engine));
foreach (var engine in Enum.GetValues<Engine>())
    if (Wanted("rounds")) await Add(await RoundsBench.Run(engine));
if (Wanted("rounds")) await Add(await WritingBench.Run());
foreach (var engine in Enum.GetValues<Engine>())
    if (Wanted("cases")) await Add(await CasesBench.Run(engine));
foreach (var engine in Enum.GetValues<Engine>())
    if (wanted.Contains("people")) await Add([await PeopleBench.Run(engine, TimeSpan.FromMinutes(5))]);
// Half an hour an engine: only by name, of one engine by `search Sqlite` or `search Postgres`, smaller for a try by `--resources=50000`, and in part by `--parts=pages,saved`.
var many = int.Parse(Option("resources") ?? "1000000", CultureInfo.InvariantCulture);
foreach (var engine in Enum.GetValues<Engine>().Where(e => wanted.Count == 1 || wanted.Contains($"{e}")))
    if (wanted.Contains("search")) await Add(await SearchBench.Run(engine, Path.Combine("..", "shared", "data"), many, Math.Min(many, 10_000), Part));
// Of the size of a province: only by name, smaller for a try by `--entries=50000`.
var province = int.Parse(Option("entries") ?? "1000000", CultureInfo.InvariantCulture);
foreach (var engine in Enum.GetValues<Engine>().Where(e => wanted.Count == 1 || wanted.Contains($"{e}")))
    if (wanted.Contains("editions")) await Add(await EditionBench.Run(engine, province, 3));
foreach (var engine in Enum.GetValues<Engine>().Where(e => wanted.Count == 1 || wanted.Contains($"{e}")))
    if (wanted.Contains("province")) await Add(await ProvinceBench.Run(engine, many));
// Twenty minutes and more: only by name, of one engine by `soak Sqlite`, another course by `--seed=7`, shorter by `--kills=20`, in part by `--parts=lists,log,gateway`.
Engine[] killed = [.. Enum.GetValues<Engine>().Where(e => wanted.Count == 1 || wanted.Contains($"{e}"))];
foreach (var engine in killed)
    if (wanted.Contains("soak")) await SoakBench.Run(engine, int.Parse(Option("kills") ?? "200", CultureInfo.InvariantCulture) / killed.Length, int.Parse(Option("seed") ?? "1", CultureInfo.InvariantCulture), Part);
if (wanted.Contains("matching")) await MatchingBench.Run(Path.Combine("..", "shared", "data"));
if (wanted.Contains("prose")) await ProseBench.Run(Path.Combine("..", "shared", "data"));
if (Wanted("projection")) await Add(await ProjectionBench.Run());
// A quarter of an hour an engine: only by name, of one engine by `gateway Sqlite`, in part by `--parts=calls,decision,change`, smaller for a try by `--grants=10000`.
var grants = int.Parse(Option("grants") ?? "1000000", CultureInfo.InvariantCulture);
if (wanted.Contains("gateway"))
    foreach (var engine in Enum.GetValues<Engine>().Where(e => wanted.Count == 1 || wanted.Contains($"{e}")))
    {
        if (Part("calls")) await Add(await GatewayBench.Run(engine));
        if (Part("decision")) await Add(await DecisionBench.Run(engine, grants));
        if (Part("change")) await Add(await GatewayBench.Change(engine, grants));
    }
if (Wanted("start")) await Add([await StartBench.Run(5)]);
if (rows.Count == 0) return 0;
Console.WriteLine();
Console.WriteLine("| what | engine | thing | floor | ratio | bar |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var row in rows) Console.WriteLine(row);
return rows.Exists(r => r.Bar < r.Times) ? 1 : 0;

string? Option(string name) => args.FirstOrDefault(a => a.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];

bool Part(string name) => Option("parts") is not { } parts || parts.Split(',').Contains(name);

bool Wanted(string name) => wanted.Count == 0 || wanted.Contains(name);

async Task Add(IEnumerable<Ratio> measured)
{
    foreach (var row in measured)
    {
        rows.Add(row);
        await Console.Out.WriteLineAsync(row.ToString());
    }
}
