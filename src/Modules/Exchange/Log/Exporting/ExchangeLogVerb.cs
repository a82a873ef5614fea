using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Log.Verifying;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Log.Exporting;

/// <summary><c>exchange-log verify</c> recomputes the chains of calls as <c>doctor</c> does and names every fault; <c>exchange-log export</c> writes the calls of some days as a file that proves itself.</summary>
internal sealed class ExchangeLogVerb : IVerb
{
    private const string Form = "yyyy-MM-dd";

    private readonly Option<string> _from = new("--from") { Description = "开始日期，yyyy-MM-dd / first day", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "结束日期（含），yyyy-MM-dd / last day", Required = true };
    private readonly Option<FileInfo> _out = new("--out") { Description = "写到哪个文件 / file to write", Required = true };

    public Command Build(VerbHost host)
    {
        var verify = new Command("verify", "核验全部调用记录 / verify all calls");
        verify.SetAction((parsed, cancel) => Verify(host, parsed, cancel));
        var export = new Command("export", "导出一段时间的调用记录 / export the calls of some days") { _from, _to, _out };
        export.Validators.Add(parsed =>
        {
            if (Day(parsed.GetValue(_from)) is null || Day(parsed.GetValue(_to)) is null) parsed.AddError("日期写成 yyyy-MM-dd / days are written yyyy-MM-dd");
        });
        export.SetAction((parsed, cancel) => Export(host, parsed, cancel));
        return new Command("exchange-log", "调用日志 / log of calls") { verify, export };
    }

    private static async Task<int> Verify(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var t = scope.ServiceProvider.GetRequiredService<Translator>();
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyLog>().Run(cancel);
        return verdict.Faults.Count > 0 ? host.Refuse(parsed, verdict.Faults, t) : host.Answer(parsed, new VerifiedAnswer(true, verdict.Nodes, verdict.Records), (answer, output) =>
            output.WriteLine(t["校验通过：{0} 条日志链，{1} 条调用记录", answer.Nodes, answer.Records]));
    }

    private async Task<int> Export(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var (t, export, file) = (scope.ServiceProvider.GetRequiredService<Translator>(), scope.ServiceProvider.GetRequiredService<ExportLog>(), parsed.GetValue(_out)!);
        ExportedLog? exported = null;
        var written = await VerbFile.Write(file, async target =>
        {
            var run = await export.Run(Day(parsed.GetValue(_from))!.Value, Day(parsed.GetValue(_to))!.Value, target, cancel);
            return run.TryGet(out exported) ? new Done() : run.As<Done>();
        });
        return written.Ok ? host.Answer(parsed, new ExportAnswer(file.FullName, file.Length, exported!.Nodes.Count, exported.Records), (answer, output) =>
            output.WriteLine(t["已导出 {0} 条日志链的 {1} 条调用记录：{2}", answer.Nodes, answer.Records, answer.File])) : host.Refuse(parsed, written.Faults, t);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record VerifiedAnswer(bool Valid, int Nodes, long Records);

    private sealed record ExportAnswer(string File, long Bytes, int Nodes, long Records);
}
