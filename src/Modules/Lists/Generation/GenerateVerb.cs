using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Generation;

/// <summary><c>generate</c>: brings candidates, proposed changes and findings up to date. Exit code 1 when there are severe findings.</summary>
internal sealed class GenerateVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var provider = new Option<string?>("--provider") { Description = "只生成这个单位：名称、简称或代码 / one unit only: name, short name or code" };
        var command = new Command("generate", "从已发布的目录生成清单 / generate the lists from the published catalogue") { provider };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var (services, name) = (scope.ServiceProvider, parsed.GetValue(provider));
            var translator = services.GetRequiredService<Translator>();
            long id = 0;
            if (name is not null && (id = (await services.GetRequiredService<IOrganizationDirectory>().Tree(cancel)).Resolve(name) ?? 0) == 0)
                return host.Refuse(parsed, [new Fault("lists.provider.unknown", "没有这个单位。", "provider", FaultKind.NotFound)], translator);
            var result = await services.GetRequiredService<RunGeneration>().Run(id, Actor.System, done => Progress(parsed, done), cancel);
            if (!result.TryGet(out var run)) return host.Refuse(parsed, result.Faults, translator);
            host.Answer(parsed, GenerationFigures.Of(run), Print);
            return run.Severe > 0 ? ExitCode.Refused : ExitCode.Done;

            void Print(GenerationFigures figures, TextWriter output)
            {
                output.WriteLine(translator["目录 {0} 条，数据项 {1} 个，用时 {2} 毫秒。", figures.Resources, figures.Items, figures.Milliseconds]);
                output.WriteLine(translator["拟列入 {0} 条，变更待确认 {1} 条，建议移出 {2} 条，负面清单候选 {3} 条。", figures.Candidates, figures.Changes, figures.Removals, figures.Negatives]);
                output.WriteLine(translator["问题 {0} 个，其中严重 {1} 个。", figures.Findings, figures.Severe]);
                output.WriteLine($"SHA-256 {figures.Digest}");
            }
        });
        return command;
    }

    private static Task Progress(ParseResult parsed, long done) => parsed.InvocationConfiguration.Error.WriteAsync($"\r{done:N0}");
}

/// <summary>The figures of a run, as the command line and the API give them.</summary>
internal sealed record GenerationFigures(
    long Id, DateTimeOffset At, long Resources, long Items, long Candidates, long Changes, long Removals, long Negatives, long Findings, long Severe, string Digest, long Milliseconds)
{
    public static GenerationFigures Of(GenerationRun r) => new(r.Id, r.At, r.Resources, r.Items, r.Candidates, r.Changes, r.Removals, r.Negatives, r.Findings, r.Severe, r.Digest, r.Milliseconds);
}
