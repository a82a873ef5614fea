using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Records.Rounds.Templates;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Verbs;

/// <summary><c>round template</c>: the prefilled workbooks, one into a file or many into a folder.</summary>
internal sealed class RoundTemplates
{
    private readonly Option<long> _round = RoundVerb.Round();
    private readonly Option<string?> _unit = new("--unit") { Description = "只这个单位：名称、简称或代码 / one unit only: name, short name or code" };
    private readonly Option<string?> _table = new("--table") { Description = "只这张表，例如 责任清单 / one table only, by its name" };
    private readonly Option<string> _out = new("--out") { Description = "写到这个 .xlsx，或这个文件夹 / write to this .xlsx, or into this folder", Required = true };

    public Command Build(VerbHost host)
    {
        var command = new Command("template", "写出预填的工作簿 / write the prefilled workbooks") { _round, _unit, _table, _out };
        command.SetAction((parsed, cancel) => Run(host, parsed, cancel));
        return command;
    }

    private async Task<int> Run(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var t = scope.ServiceProvider.GetRequiredService<Translator>();
        var found = await scope.ServiceProvider.GetRequiredService<FindReports>().Run(parsed.GetValue(_round), parsed.GetValue(_unit), parsed.GetValue(_table), cancel);
        if (!found.TryGet(out var reports)) return host.Refuse(parsed, found.Faults, t);
        var target = parsed.GetValue(_out)!;
        var single = target.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        if (single && reports.Count > 1) return host.Refuse(parsed, [new("records.template.one-file", "有 {0} 份报送，写不进一个文件。请用 --unit 和 --table 指明一份，或让 --out 是文件夹。", "out", FaultKind.Invalid, reports.Count)], t);
        if (!single) Directory.CreateDirectory(target);
        var tables = scope.ServiceProvider.GetRequiredService<ReportTables>();
        var work = new VerbWork(scope.ServiceProvider, cancel);
        var (files, faults) = (new List<TemplateFile>(), new List<TemplateRefusal>());
        // One after the other: what hinders one says nothing about the next.
        foreach (var report in reports)
        {
            var written = await work.Step<WriteTemplate, Result<string>>((write, token) => One(write, report.Id, target, single, token));
            if (written.TryGet(out var file)) files.Add(new(report.Id, report.Unit, report.Table, file));
            else faults.AddRange(written.Faults.Select(f => new TemplateRefusal(report.Unit, report.Table, f.Code, f.Field, t[f])));
        }
        host.Answer(parsed, new TemplatesAnswer(files, faults.Count > 0 ? faults : null), (a, output) => { foreach (var file in a.Files) output.WriteLine(file.File); });
        foreach (var fault in faults) await parsed.InvocationConfiguration.Error.WriteLineAsync($"{fault.Unit} {t[tables[fault.Table].Name]}: {fault.Code}: {fault.Message}");
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<Result<string>> One(WriteTemplate write, long report, string target, bool single, CancellationToken cancel)
    {
        var result = await write.Run(report, 0, AtTheMachine.Actor, cancel);
        if (!result.TryGet(out var book)) return result.As<string>();
        // A unit's name is no path.
        var file = new FileInfo(single ? target : Path.Combine(target, string.Join('_', book.Name.Split(Path.GetInvalidFileNameChars()))));
        var written = await VerbFile.Write(file, async stream =>
        {
            await book.Write(stream);
            return new Done();
        });
        return written.Ok ? file.FullName : written.As<string>();
    }
}

/// <summary>What <c>round template --json</c> prints.</summary>
/// <param name="Files">The workbooks written.</param>
/// <param name="Faults">Why others were not; absent when there are none.</param>
internal sealed record TemplatesAnswer(IReadOnlyList<TemplateFile> Files, IReadOnlyList<TemplateRefusal>? Faults);

/// <summary>One workbook.</summary>
internal sealed record TemplateFile(long ReportId, string Unit, string Table, string File);

/// <summary>Why one was not written.</summary>
internal sealed record TemplateRefusal(string Unit, string Table, string Code, string? Field, string Message);
