using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Records.Rounds.Merging;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Verbs;

/// <summary><c>round merge</c>: the city-wide workbook of what is accepted.</summary>
internal static class RoundMerge
{
    public static Command Build(VerbHost host)
    {
        var round = RoundVerb.Round();
        var target = new Option<FileInfo>("--out") { Description = "写到这个文件 / write to this file", Required = true };
        var command = new Command("merge", "合成全市总表 / write the city-wide workbook") { round, target };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var t = scope.ServiceProvider.GetRequiredService<Translator>();
            var file = parsed.GetValue(target)!;
            var written = await VerbFile.Write(file, async stream =>
            {
                var merged = await scope.ServiceProvider.GetRequiredService<MergeRound>().Book(parsed.GetValue(round), AtTheMachine.Actor, cancel);
                if (!merged.TryGet(out var book)) return merged.As<Done>();
                await using (book.Content) await book.Content.CopyToAsync(stream, cancel);
                return new Done();
            });
            return written.Ok ? host.Answer(parsed, new MergedAnswer(file.FullName, file.Length), (a, output) => output.WriteLine(t["已写入 {0}（{1} 字节）。", a.File, a.Bytes])) : host.Refuse(parsed, written.Faults, t);
        });
        return command;
    }
}

/// <summary>What <c>round merge --json</c> prints.</summary>
internal sealed record MergedAnswer(string File, long Bytes);
