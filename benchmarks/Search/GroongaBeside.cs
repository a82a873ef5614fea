using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Qingdan.Bench.Search;

/// <summary>Groonga 13 (Debian's groonga-bin) with its own bigrams over the same texts: hits, fifty rows and the counts of three columns, by its own clock.</summary>
internal static class GroongaBeside
{
    private const int Slice = 20_000;

    /// <summary>Prints each kind's slowest and median answer.</summary>
    public static async Task Run(IReadOnlyList<Question> questions, RealCatalog catalog, string[] texts)
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-groonga-").FullName;
        try
        {
            var watch = Stopwatch.StartNew();
            await Ask(Path.Combine(folder, "db"), created: true, output => Load(output, catalog, texts));
            Console.WriteLine($"Groonga: loaded and indexed in {watch.Elapsed.TotalSeconds:N0} s");
            var answers = await Ask(Path.Combine(folder, "db"), created: false, async output =>
            {
                for (var round = 0; round < 3; round++)
                    foreach (var question in questions)
                        await output.WriteLineAsync($"select R --cache no --match_columns text --query '{string.Join(' ', question.Text.Split(' ').Select(w => $"\"{w}\""))}' --limit 50 --output_columns _id --sort_keys -_id --drilldown share,theme,frequency --drilldown_limit 50");
            });
            var times = answers.Select((line, i) => (Question: questions[i % questions.Count], Answer: JsonDocument.Parse(line).RootElement)).Skip(questions.Count).ToList();
            foreach (var kind in times.GroupBy(t => t.Question.Kind))
                Console.WriteLine($"Groonga, {kind.Key}, hits: ms: {string.Join(", ", kind.GroupBy(t => t.Question).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.First().Answer[1][0][0][0].GetInt64()} of {g.Key.Hits}: {1000 * g.Average(t => t.Answer[0][2].GetDouble()):0.0}")))}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Load(StreamWriter output, RealCatalog catalog, string[] texts)
    {
        await output.WriteLineAsync("table_create R TABLE_NO_KEY");
        await output.WriteLineAsync("column_create R text COLUMN_SCALAR Text");
        foreach (var column in (string[])["share", "theme", "frequency"])
        {
            await output.WriteLineAsync($"table_create {column}s TABLE_HASH_KEY ShortText");
            await output.WriteLineAsync($"column_create R {column} COLUMN_SCALAR {column}s");
        }
        foreach (var numbers in Enumerable.Range(1, texts.Length - 1).Chunk(Slice))
        {
            await output.WriteLineAsync("load --table R");
            await output.WriteLineAsync(JsonSerializer.Serialize(numbers.Select(n => (n, catalog.Of(n))).Select(r => new { text = texts[r.n], share = $"{r.Item2.Share}", theme = r.Item2.Theme, frequency = $"{r.Item2.Frequency}" })));
        }
        await output.WriteLineAsync("table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerNFKC130");
        await output.WriteLineAsync("column_create Terms texts COLUMN_INDEX|WITH_POSITION R text");
    }

    private static async Task<string[]> Ask(string database, bool created, Func<StreamWriter, Task> write)
    {
        using var groonga = Process.Start(new ProcessStartInfo("groonga", created ? ["-n", database] : [database]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var answers = groonga.StandardOutput.ReadToEndAsync();
        await write(groonga.StandardInput);
        groonga.StandardInput.Close();
        await groonga.WaitForExitAsync();
        return (await answers).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
