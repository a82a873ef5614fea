using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Standards;

public sealed class VerbTests
{
    [Fact]
    public async Task Every_verb_is_described()
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        await using var scope = services.Scope();
        var guide = await File.ReadAllTextAsync(Checkout.Path("docs", "CLI.md"));
        var verbs = scope.ServiceProvider.GetServices<IVerb>().Select(verb => verb.GetType().Name).ToList();
        Assert.NotEmpty(verbs);
        Assert.Equal([], verbs.Select(name => name[..^"Verb".Length]).Select(name => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant()).Where(name => !guide.Contains($"`qingdan {name}", StringComparison.Ordinal)));
    }

    [Theory, Engines]
    public async Task Deadline_prints_date_law_and_count(Engine engine)
    {
        var (code, output, _) = await Run(engine, "deadline", "--profile", "national-2025", "--timer", "T2", "--from", "2026-09-25");
        Assert.Equal(ExitCode.Done, code);
        var lines = output.Split('\n');
        Assert.Equal("2026-10-15", lines[0].Trim());
        Assert.StartsWith("《政务数据共享条例》第二十一条第一款，T2", lines[1], StringComparison.Ordinal);
        Assert.Contains("2026-10-10 周六    6  国庆节补班", output, StringComparison.Ordinal);
        Assert.Contains("2026-10-01 周四    -  国庆节", output, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Deadline_as_JSON_has_a_stable_shape(Engine engine)
    {
        var (code, output, _) = await Run(engine, "deadline", "--profile", "shanghai-2021", "--timer", "T7", "--from", "2026-12-20", "--json");
        Assert.Equal(ExitCode.Done, code);
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            ["profile", "timer", "law", "article", "paragraph", "certainty", "event", "duty", "from", "extended", "amount", "unit", "date", "provisional", "how", "why", "others", "leftOut", "notes", "days"],
            answer.EnumerateObject().Select(p => p.Name));
        Assert.True(answer.GetProperty("provisional").GetBoolean());
    }

    [Theory, Engines]
    public async Task Of_several_terms_the_earliest_date_is_printed_with_the_reason(Engine engine)
    {
        var (code, output, _) = await Run(engine, "deadline", "--timer", "T2", "--timer", "T7", "--kind", "街镇", "--from", "2026-11-12");
        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("2026-11-26", output, StringComparison.Ordinal);
        Assert.Contains("2 个期限中取最早的日期 2026-11-26，依据《政务数据共享条例》第二十一条第一款。", output, StringComparison.Ordinal);
        Assert.Contains("2026-12-03 T7", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Done, "", "uscc", "91230500MA1B3N1N2M")]
    [InlineData(ExitCode.Refused, "校验码应为 M，读到 7", "uscc", "91230500MA1B3N1N27")]
    [InlineData(ExitCode.Done, "", "orgcode", "00243816-1")]
    [InlineData(ExitCode.Refused, "科学计数法", "idcard", "3.10E+17")]
    [InlineData(ExitCode.Done, "", "catalog-sh", "002438161/000486")]
    [InlineData(ExitCode.Done, "", "catalog-national", "307001/000001")]
    [InlineData(ExitCode.Usage, "", "passport", "E123")]
    public async Task Check_code_answers_by_its_exit_code(int expected, string said, string kind, string code)
    {
        var (exit, _, error) = await Run(Engine.Sqlite, "check-code", kind, code);
        Assert.Equal(expected, exit);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Usage, "--profile", "national-2025", "--timer", "T2", "--from", "25.9.2026")]
    [InlineData(ExitCode.Usage, "--profile", "national-2025", "--timer", "T2")]
    [InlineData(ExitCode.Refused, "--profile", "national-2025", "--timer", "T7", "--from", "2026-09-25")]
    public async Task Wrong_usage_and_refusals_have_their_own_exit_codes(int expected, params string[] args) =>
        Assert.Equal(expected, (await Run(Engine.Sqlite, ["deadline", .. args])).Code);

    private static async Task<(int Code, string Output, string Error)> Run(Engine engine, params string[] args)
    {
        await using var services = await TestServices.Create(engine);
        return await VerbRun.Run(services, args);
    }
}
