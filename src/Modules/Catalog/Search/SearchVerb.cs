using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Search;

/// <summary><c>search TEXT</c>: the first hits in the catalogue.</summary>
internal sealed class SearchVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var text = new Argument<string[]>("text") { Description = "检索词 / words", Arity = ArgumentArity.OneOrMore };
        var command = new Command("search", "检索目录和数据项 / find resources and items") { text };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var query = new CatalogQuery { Text = string.Join(' ', parsed.GetValue(text)!) };
            var page = await scope.ServiceProvider.GetRequiredService<BrowseCatalog>().Page(query, AtTheMachine.Actor, cancel);
            var t = scope.ServiceProvider.GetRequiredService<Translator>();
            var answer = new SearchAnswer(page.Total, [.. page.Rows.Select(r => new SearchHit(r.Id, r.Code, r.Name, r.Provider, r.Share?.ToString(), r.ShareStated, r.State.ToString(), r.MatchedItems))]);
            return host.Answer(parsed, answer, (a, output) =>
            {
                output.WriteLine(t["{0} 个目录", a.Total]);
                foreach (var row in page.Rows)
                    output.WriteLine($"{row.Code ?? "-",-20} {row.Name}　{row.Provider}　{t[row.State.Name()]}　{row.Share?.Name()}{(row.MatchedItems.Count > 0 ? $"　[{string.Join('、', row.MatchedItems)}]" : "")}");
            });
        });
        return command;
    }
}

/// <summary>What <c>search --json</c> prints.</summary>
internal sealed record SearchAnswer(int Total, IReadOnlyList<SearchHit> Hits);

/// <summary>One hit of it.</summary>
internal sealed record SearchHit(long Id, string? Code, string Name, string Provider, string? Share, bool ShareStated, string State, IReadOnlyList<string> Items);
