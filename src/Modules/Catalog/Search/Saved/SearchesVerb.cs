using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Search.Saved;

/// <summary><c>searches list|keep|look|drop</c>: the saved searches of one person; as JSON they are what the API answers.</summary>
internal sealed class SearchesVerb : IVerb
{
    private readonly Option<string> _person = new("--person") { Description = "谁的检索：登录名 / whose: a sign-in name", Required = true };
    private readonly Argument<string> _name = new("name") { Description = "检索的名称 / what it is called" };
    private readonly Argument<string> _query = new("query") { Description = "网址里问号后面的部分，例如 \"q=婚姻&share=conditional\" / as it stands in an address" };
    private readonly Argument<long> _id = new("id") { Description = "见 searches list / see searches list" };

    public Command Build(VerbHost host) => new("searches", "保存的检索：列出、保存、看过了、删除 / saved searches: list, keep, looked at, drop")
    {
        Verb<SavedSearchList>(host, "list", "各个检索，各有多少新结果 / the searches, each with its new hits", async (call, cancel) => new SavedSearchList(await call.All(cancel)), Print),
        Verb<SavedSearchView>(host, "keep", "保存一次检索 / keep a search under a name", Keep, Print, _name, _query),
        Verb<SavedSearchView>(host, "look", "看过了：此后的才算新 / looked at: only what comes later is new", Look, Print, _id),
        Verb<DroppedSearch>(host, "drop", "删除 / drop a search", Drop, (dropped, output, t) => output.WriteLine(t["已删除保存的检索“{0}”。", dropped.Name]), _id),
    };

    private Command Verb<T>(VerbHost host, string name, string text, Func<Call, CancellationToken, Task<Result<T>>> run, Action<T, TextWriter, Translator> print, params Argument[] arguments)
    {
        var command = new Command(name, text) { _person };
        foreach (var argument in arguments) command.Add(argument);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var (services, t, person) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<Translator>(), parsed.GetValue(_person)!);
            if (await services.GetRequiredService<Accounts>().Find(person, cancel) is not { } actor || !actor.Is(Roles.Business))
                return host.Refuse(parsed, [new("catalog.search.person.unknown", "没有办业务的账号“{0}”，或者它已停用、还没有改过密码。请写登录名。", "person", FaultKind.NotFound, person)], t);
            var result = await run(new Call(parsed, services, actor), cancel);
            return result.TryGet(out var answer) ? host.Answer(parsed, answer, (a, output) => print(a, output, t)) : host.Refuse(parsed, result.Faults, t);
        });
        return command;
    }

    private async Task<Result<SavedSearchView>> Keep(Call call, CancellationToken cancel)
    {
        var kept = await call.Services.GetRequiredService<KeepSearch>().Run(call.Parsed.GetValue(_name)!, call.Parsed.GetValue(_query)!, call.Actor, cancel);
        return kept.TryGet(out var id) ? await call.One(id, cancel) : kept.As<SavedSearchView>();
    }

    private async Task<Result<SavedSearchView>> Look(Call call, CancellationToken cancel)
    {
        var looked = await call.Services.GetRequiredService<LookAtSearch>().Run(call.Parsed.GetValue(_id), call.Actor, cancel);
        return looked.Ok ? await call.One(call.Parsed.GetValue(_id), cancel) : looked.As<SavedSearchView>();
    }

    private async Task<Result<DroppedSearch>> Drop(Call call, CancellationToken cancel)
    {
        var dropped = await call.Services.GetRequiredService<DropSearch>().Run(call.Parsed.GetValue(_id), call.Actor, cancel);
        return dropped.TryGet(out var name) ? new DroppedSearch(name) : dropped.As<DroppedSearch>();
    }

    private static void Print(SavedSearchList list, TextWriter output, Translator t)
    {
        if (list.Items.Count == 0) output.WriteLine(t["还没有保存的检索"]);
        foreach (var row in list.Items) Print(row, output, t);
    }

    private static void Print(SavedSearchView row, TextWriter output, Translator t) =>
        output.WriteLine($"{row.Id}  {row.Name}　{t["{0} 个新的", row.New]}　{t["上次看"]} {Shown.Instant(row.LookedAt)}　{Uri.UnescapeDataString(row.Query)}");

    /// <summary>One call of the verb, in a person's name.</summary>
    private sealed record Call(ParseResult Parsed, IServiceProvider Services, Actor Actor)
    {
        public Task<IReadOnlyList<SavedSearchView>> All(CancellationToken cancel) => Services.GetRequiredService<ListSearches>().Run(Actor, cancel);

        public async Task<SavedSearchView> One(long id, CancellationToken cancel) => (await All(cancel)).First(s => s.Id == id);
    }
}

/// <summary>What <c>searches drop --json</c> prints.</summary>
internal sealed record DroppedSearch(string Name);
