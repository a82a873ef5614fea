using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Editions.Viewing;

namespace Qingdan.Records.Editions.Verbs;

/// <summary><c>edition publish ID</c>: the issue (印发) in the name of a person of the authority; waits until the archive is written and signed.</summary>
internal sealed class PublishEdition
{
    private readonly Argument<long> _id = new("id") { Description = "待印发版次的编号 / id of an edition that is to be issued" };
    private readonly Option<string> _person = new("--person") { Description = "谁印发：主管部门人员的登录名 / who issues it: sign-in name of a person of the authority", Required = true };
    private readonly Option<string> _document = new("--document") { Description = "文号 / document number", Required = true };
    private readonly Option<string> _effective = new("--effective") { Description = "施行日期，yyyy-MM-dd / day from which it holds", Required = true };
    private readonly Option<string> _scope = new("--scope") { Description = "公布范围：government 政务部门内部、public 向社会公布 / for whom", DefaultValueFactory = _ => "government" };
    private readonly Option<string> _summary = new("--summary") { Description = "变更说明 / what has changed", Required = true };

    public Command Build(VerbHost host)
    {
        _scope.AcceptOnlyFromAmong("government", "public");
        var command = new Command("publish", "印发版次，写入并签名 / issue an edition: it is written and signed") { _id, _person, _document, _effective, _scope, _summary };
        command.Validators.Add(parsed =>
        {
            if (TypedDay.Meant(parsed.GetValue(_effective)) is null) parsed.AddError("--effective 写成 yyyy-MM-dd / --effective takes yyyy-MM-dd");
        });
        command.SetAction((parsed, cancel) => Run(host, parsed, cancel));
        return command;
    }

    private async Task<int> Run(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var (services, t, person, id) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<Translator>(), parsed.GetValue(_person)!, parsed.GetValue(_id));
        if (await services.GetRequiredService<Accounts>().Find(person, cancel) is not { } actor)
            return host.Refuse(parsed, [new("records.edition.person.unknown", "没有账号“{0}”，或者它已停用、还没有改过密码。请写登录名。", "person", FaultKind.NotFound, person)], t);
        var work = new VerbWork(services, cancel);
        var input = new IssueInput(parsed.GetValue(_document)!, TypedDay.Meant(parsed.GetValue(_effective)), parsed.GetValue(_scope) == "public" ? nameof(EditionScope.Public) : nameof(EditionScope.Government), parsed.GetValue(_summary)!);
        var edit = await work.Step<Store, int>((store, c) => store.Set<Edition>().Where(e => e.Id == id).Select(e => e.Edit).FirstOrDefaultAsync(c));
        var issued = await work.Step<IssueEdition, Result<Done>>((issue, c) => issue.Run(id, edit, input, actor, c));
        if (!issued.Ok) return host.Refuse(parsed, issued.Faults, t);
        var seen = await work.Follow(() => work.Step<ShowEdition, Result<EditionView>>((show, c) => show.Run(id, actor, c)), v => v.Value.Writing is { Failed: false }, v => Progress(parsed, v.Value));
        var view = seen.Value;
        if (!view.Row.Issued) return host.Refuse(parsed, [new("records.edition.not-issued", "档案没有写成，版次还没有印发。任务编号 {0}，原因见日志；在版次页面再试一次。", null, FaultKind.Conflict, $"{view.Writing?.Job}")], t);
        return host.Answer(parsed, PublishedAnswer.Of(view), (answer, output) =>
        {
            output.WriteLine(t["已印发第 {0} 版：{1}　{2}", answer.Number, answer.Title, answer.Document]);
            foreach (var list in answer.Lists) output.WriteLine($"{list.Title}　{list.Count}　{list.Root}");
            output.WriteLine($"{answer.Suite}　{answer.ManifestDigest}");
        });
    }

    private static void Progress(ParseResult parsed, EditionView view)
    {
        if (view.Writing is { } going) parsed.InvocationConfiguration.Error.Write($"\r{going.Done}/{going.Total}");
    }
}

/// <summary>What <c>edition publish --json</c> prints.</summary>
internal sealed record PublishedAnswer(long Id, int Number, string Title, string Document, DateOnly? IssuedOn, DateOnly? EffectiveOn, IReadOnlyList<EditionListView> Lists, string Suite, string ManifestDigest, string Fingerprint)
{
    public static PublishedAnswer Of(EditionView view)
    {
        var (row, file) = (view.Row, view.Files[^1]);
        return new PublishedAnswer(row.Id, row.Number, row.Title, row.Document, row.IssuedOn, row.EffectiveOn, file.Lists, file.Suite, file.ManifestDigest, file.Fingerprint);
    }
}
