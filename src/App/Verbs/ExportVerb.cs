using System.CommandLine;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts;

namespace Qingdan.App.Verbs;

/// <summary><c>export LIST</c>: the catalogue or a list as a file, what is in force, whole or of one unit. A file that cannot be finished leaves none behind.</summary>
internal sealed class ExportVerb : IVerb
{
    private const string Catalog = "catalog";

    private readonly Argument<string> _list = new("list") { Description = "catalog、demand、responsibility、negative" };
    private readonly Option<string> _format = new("--format") { Description = "xlsx、csv、json", DefaultValueFactory = _ => "xlsx" };
    private readonly Option<FileInfo> _out = new("--out") { Description = "写到这个文件 / write to this file", Required = true };
    private readonly Option<bool> _print = new("--print") { Description = "打印版：标题、编制单位、日期 / the print version" };
    private readonly Option<string?> _unit = new("--unit") { Description = "只导出这个单位：名称、简称或代码 / one unit only: name, short name or code" };

    public Command Build(VerbHost host)
    {
        _format.AcceptOnlyFromAmong("xlsx", "csv", "json");
        var command = new Command("export", "导出目录和清单 / export the catalogue and the lists") { _list, _format, _out, _print, _unit };
        command.SetAction((parsed, cancel) => Run(host, parsed, cancel));
        return command;
    }

    private async Task<int> Run(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var t = scope.ServiceProvider.GetRequiredService<Translator>();
        var unit = await Unit(parsed.GetValue(_unit), scope.ServiceProvider, cancel);
        if (!unit.TryGet(out var id)) return host.Refuse(parsed, unit.Faults, t);
        var target = parsed.GetValue(_out)!;
        var order = new ListExportOrder(Enum.Parse<TableFormat>(parsed.GetValue(_format)!, ignoreCase: true), parsed.GetValue(_print), id);
        var written = await Write(parsed.GetValue(_list)!, order, target, scope.ServiceProvider, cancel);
        if (!written.Ok) return host.Refuse(parsed, written.Faults, t);
        return host.Answer(parsed, new ExportAnswer(parsed.GetValue(_list)!, target.FullName, target.Length), (a, output) => output.WriteLine(t["已写入 {0}（{1} 字节）。", a.File, a.Bytes]));
    }

    private static async Task<Result<long>> Unit(string? name, IServiceProvider services, CancellationToken cancel)
    {
        if (name is null) return 0;
        return (await services.GetRequiredService<IOrganizationDirectory>().Tree(cancel)).Resolve(name) is { } id ? id : new Fault("export.unit.unknown", "没有单位“{0}”。请写全称、简称或代码。", "unit", FaultKind.NotFound, name);
    }

    private static async Task<Result<Done>> Write(string list, ListExportOrder order, FileInfo target, IServiceProvider services, CancellationToken cancel)
    {
        var lists = services.GetRequiredService<ListExports>();
        if (list != Catalog && !lists.Names.Contains(list))
            return new Fault("export.list.unknown", "没有清单“{0}”。可以导出：{1}。", "list", FaultKind.NotFound, list, string.Join('、', lists.Names.Prepend(Catalog)));
        return await VerbFile.Write(target, stream => list == Catalog
            ? services.GetRequiredService<CatalogExport>().Write(stream, order.Format, order.Print, order.UnitId == 0 ? null : order.UnitId, AtTheMachine.Actor, cancel)
            : lists.Write(list, order, AtTheMachine.Actor, stream, cancel));
    }
}

/// <summary>What <c>export --json</c> prints.</summary>
internal sealed record ExportAnswer(string List, string File, long Bytes);
