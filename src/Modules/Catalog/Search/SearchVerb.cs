using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Qingdan.Catalog.Api;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Search;

/// <summary><c>search TEXT</c>: a page of hits in the catalogue, by the words and filters of the page.</summary>
internal sealed class SearchVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var text = new Argument<string[]>("text") { Description = "检索词，“短语”，-不要的词 / words, \"a phrase\", -excluded", Arity = ArgumentArity.ZeroOrMore };
        var filters = CatalogQuery.FacetKeys.Select(key => new Option<string[]>($"--{key}") { Description = $"{CatalogQuery.FacetNames[key]} / {key}" }).ToList();
        var sort = new Option<string>("--sort") { Description = "relevance, -changed, changed, name, -name, unit, -unit", DefaultValueFactory = _ => "-changed" };
        var page = new Option<int>("--page") { Description = "第几页，每页 50 个 / page of fifty", DefaultValueFactory = _ => 1 };
        var facets = new Option<bool>("--facets") { Description = "同时列出各项计数 / with counts" };
        var command = new Command("search", "检索目录和数据项 / find resources and items") { text, sort, page, facets };
        foreach (var filter in filters) command.Add(filter);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var asked = filters.Select(f => KeyValuePair.Create(f.Name[2..], new StringValues(parsed.GetValue(f)))).Where(f => f.Value.Count > 0)
                .Append(new("q", string.Join(' ', parsed.GetValue(text) ?? []))).Append(new("sort", parsed.GetValue(sort))).Append(new("page", parsed.GetValue(page).ToString(CultureInfo.InvariantCulture)));
            var found = await scope.ServiceProvider.GetRequiredService<BrowseCatalog>().Page(CatalogQuery.From(asked), AtTheMachine.Actor, cancel);
            var t = scope.ServiceProvider.GetRequiredService<Translator>();
            return host.Answer(parsed, SearchAnswer.Of(found, parsed.GetValue(facets), t), (answer, output) => Write(answer, found, output, t));
        });
        return command;
    }

    private static void Write(SearchAnswer answer, CatalogPage found, TextWriter output, Translator t)
    {
        output.WriteLine(answer.Pages > 1 ? t["{0} 个目录，第 {1} 页，共 {2} 页", answer.Total, answer.Page, answer.Pages] : t["{0} 个目录", answer.Total]);
        foreach (var note in answer.Notes ?? []) output.WriteLine(note.Message);
        foreach (var row in found.Rows)
            output.WriteLine($"{row.Code ?? "-",-20} {row.Name}　{row.Provider}　{t[row.State.Name()]}　{row.Share?.Name()}{(row.MatchedItems.Count > 0 ? $"　[{string.Join('、', row.MatchedItems)}]" : "")}");
        foreach (var facet in answer.Facets ?? [])
            output.WriteLine($"{t[CatalogQuery.FacetNames[facet.Name]]}: {string.Join(t["、"], facet.Values.Select(v => $"{t[v.Text]} {v.Count}"))}");
    }
}

/// <summary>What <c>search --json</c> prints.</summary>
internal sealed record SearchAnswer(int Total, int Page, int Pages, IReadOnlyList<SearchHit> Hits, IReadOnlyList<SearchFacet>? Facets, IReadOnlyList<SearchNote>? Notes)
{
    public static SearchAnswer Of(CatalogPage page, bool facets, Translator t) => new(
        page.Total, page.Number, Math.Max(1, (page.Total + CatalogPage.Size - 1) / CatalogPage.Size),
        [.. page.Rows.Select(r => new SearchHit(r.Id, r.Code, r.Name, r.Provider, r.Share?.ToString(), r.ShareStated, r.State.ToString(), r.MatchedItems))],
        facets ? SearchFacet.Of(page.Facets) : null, SearchNote.Of(page.Notes, t));
}

/// <summary>One hit of it.</summary>
internal sealed record SearchHit(long Id, string? Code, string Name, string Provider, string? Share, bool ShareStated, string State, IReadOnlyList<string> Items);
