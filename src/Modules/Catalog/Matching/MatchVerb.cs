using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;

namespace Qingdan.Catalog.Matching;

/// <summary><c>match TEXT</c>: the resources most like a sentence of need.</summary>
internal sealed class MatchVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var text = new Argument<string[]>("text") { Description = "需要什么数据，一句话 / a sentence of need", Arity = ArgumentArity.OneOrMore };
        var command = new Command("match", "找最像一句需求的目录 / find the resources most like a sentence of need") { text };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var result = await scope.ServiceProvider.GetRequiredService<MatchNeed>().Run(string.Join(' ', parsed.GetValue(text)!), cancel);
            return result.TryGet(out var found) ? host.Answer(parsed, new MatchAnswer(found), Write) : host.Refuse(parsed, result.Faults, scope.ServiceProvider.GetRequiredService<Translator>());
        });
        return command;
    }

    private static void Write(MatchAnswer answer, TextWriter output)
    {
        foreach (var match in answer.Items) output.WriteLine($"{match.Code ?? "-",-20} {match.Name}　{match.Provider}　[{string.Join('、', match.Words)}]");
    }
}
