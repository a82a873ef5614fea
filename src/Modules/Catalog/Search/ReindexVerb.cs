using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;

namespace Qingdan.Catalog.Search;

/// <summary><c>reindex</c>: makes the search index and the findings of the catalogue anew.</summary>
internal sealed class ReindexVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var command = new Command("reindex", "重建检索索引和目录问题 / make search index and findings anew");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var done = await scope.ServiceProvider.GetRequiredService<RebuildSearch>().Run(count => parsed.InvocationConfiguration.Error.WriteAsync($"\r{count:N0}"), cancel);
            var translator = scope.ServiceProvider.GetRequiredService<Translator>();
            return host.Answer(parsed, new ReindexAnswer(done), (answer, output) => output.WriteLine(translator["已重建 {0} 个目录的检索索引和问题。", answer.Resources]));
        });
        return command;
    }
}

/// <summary>What <c>reindex --json</c> prints.</summary>
internal sealed record ReindexAnswer(long Resources);
