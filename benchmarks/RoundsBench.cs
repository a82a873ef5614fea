using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Sheets.Forms;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Records.Rounds;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>The board of a round of 100 units with 1,000 rows each, beside one of 10 units; and writing workbooks of 200,000 rows by 20 columns beside their bare XML.</summary>
internal static class RoundsBench
{
    private const int Rows = 200_000, Columns = 20, RowsEach = 1_000, Rounds = 60, WarmUp = 40;

    /// <summary>The board at both sizes.</summary>
    public static async Task<IReadOnlyList<Ratio>> Board(Engine engine)
    {
        await using var few = await Start(engine, 10);
        await using var many = await Start(engine, 100);
        var (atFew, atMany) = (new List<double>(), new List<double>());
        for (var i = -WarmUp; i < Rounds; i++)
        {
            var (one, all) = (await Get(few.App, few.Board), await Get(many.App, many.Board));
            if (i < 0) continue;
            atFew.Add(one);
            atMany.Add(all);
        }
        var (thing, floor) = (Ratio.P95(atMany), Ratio.P95(atFew));
        return [new($"board of a round, 100 units × {RowsEach:N0} rows, p95; floor: 10 units", $"{engine}", thing, floor, thing / floor, 1.5)];
    }

    /// <summary>A prefilled workbook and a flat table beside the same XML written bare; MiniExcel beside both.</summary>
    public static async Task<IReadOnlyList<Ratio>> Writing()
    {
        var cells = Enumerable.Range(0, Columns).Select(c => $"第{c}列的内容{c}").ToArray();
        var spec = new SheetSpec("表", [.. cells.Select(c => new ColumnSpec(c))]);
        FormSpec form = new() { Token = "x", Attachment = "附件1", Title = "表", Unit = "单位", Columns = [.. cells.Select((c, i) => new FormColumn($"k{i}", c, "", CellType.Code, 20))] };
        var rows = Enumerable.Range(0, Rows).Select(i => new FormRow($"{i}.1.abcdef", "未变", cells)).ToList();
        return
        [
            await Ratio.Measure($"export of {Rows:N0} × {Columns}; floor: the same XML bare", "—", 3, 3, () => To(target => SheetWriter.Write(TableFormat.Xlsx, target, spec, Flat(cells), default)), () => To(target => Bare(target, cells))),
            await Ratio.Measure($"prefilled workbook of {Rows:N0} × {Columns}; floor: the same XML bare", "—", 3, 3, () => To(target => FormWorkbook.Write(target, form, rows, default)), () => To(target => Bare(target, cells))),
            await Ratio.Measure("MiniExcel writing the same; floor: the same XML bare", "—", 3, null, () => To(target => target.SaveAsAsync(Enumerable.Range(0, Rows).Select(_ => cells.Select((c, i) => (c, i)).ToDictionary(c => $"c{c.i}", c => (object)c.c)))), () => To(target => Bare(target, cells))),
        ];
    }

    private static async Task<Sized> Start(Engine engine, int units)
    {
        var app = await TestApp.Start(engine);
        long round;
        await using (var scope = app.Scope())
        {
            var create = scope.ServiceProvider.GetRequiredService<CreateOrganization>();
            var ids = new List<long>();
            for (var i = 0; i < units; i++) ids.Add((await create.Run(new OrganizationDraft { Name = $"第{i}局", ShortName = $"第{i}局", Kind = nameof(OrganizationKind.CityDepartment) }, Actor.System, default)).Value);
            var authority = new Actor(1, "主管", 0, "市数据局", new HashSet<string> { Roles.Authority });
            round = (await scope.ServiceProvider.GetRequiredService<OpenRound>().Run(new RoundInput { Title = "梳理", NoticeNumber = "1 号", NoticeOn = "2026-11-02", DueOn = "2027-12-31", Tables = ["catalog", "demand", "responsibility", "negative"], Units = ids }, authority, default)).Value;
            app.Person = authority;
            await Fill(scope.ServiceProvider.GetRequiredService<Store>(), round);
        }
        return new Sized(app, $"/rounds/{round}");
    }

    private static async Task Fill(Store store, long round)
    {
        var reports = await store.Set<Report>().AsNoTracking().Where(r => r.RoundId == round && r.TableKey == "responsibility").Select(r => r.Id).ToListAsync();
        await using var transaction = await store.Database.BeginTransactionAsync();
        await using (var writer = await BulkWriter.Open(store, "records_report_rows", default,
            ("report_id", BulkType.Number), ("place", BulkType.Small), ("record_id", BulkType.Number), ("edit", BulkType.Small), ("change", BulkType.Text), ("name", BulkType.Text), ("named_values", BulkType.Text),
            ("part_id", BulkType.Number), ("prefilled", BulkType.Small), ("inferred", BulkType.Small), ("picked", BulkType.Small), ("typed", BulkType.Small)))
        {
            foreach (var report in reports)
                for (var i = 1; i <= RowsEach; i++) await writer.Write([report, i, (long)i, 1, "Same", $"第{i}行", "{\"name\":\"第一行\",\"share\":\"有条件共享\"}", 0L, 12, 1, 0, 0]);
            await writer.Complete(default);
        }
        await transaction.CommitAsync();
    }

    private static async Task<double> Get(TestApp app, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await app.Http.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task To(Func<Stream, Task> write)
    {
        await using var target = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        await write(target);
    }

    private static IAsyncEnumerable<IReadOnlyList<object?>> Flat(string[] cells) => Enumerable.Repeat<IReadOnlyList<object?>>(cells, Rows).ToAsyncEnumerable();

    // The same rows as inline strings with references and styles, nothing else.
    private static async Task Bare(Stream target, string[] cells)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        await using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
        await writer.WriteAsync("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (var row = 1; row <= Rows; row++)
        {
            await writer.WriteAsync($"<row r=\"{row}\">");
            for (var column = 0; column < cells.Length; column++)
                await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row}\" s=\"9\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cells[column])}</t></is></c>"));
            await writer.WriteAsync("</row>");
        }
        await writer.WriteAsync("</sheetData></worksheet>");
    }

    private sealed record Sized(TestApp App, string Board) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
