using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class KeptMappingTests
{
    private const string First = "甲,乙,丙\n婚姻登记,登记,每日\n";

    [Theory, Engines]
    public async Task A_file_with_the_same_headers_is_mapped_as_kept_whatever_their_order(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var liaison = await Kept(run);
        var batch = await run.Batch((await run.Receive(Encoding.UTF8.GetBytes("丙,甲,乙\n每日,低保,名单\n"), actor: liaison)).Value);
        Assert.Equal(("民政", "frequency,name,summary"), (batch.MappingName, Keys(batch)));
        Assert.Equal("[]", batch.Notes);
    }

    [Theory, Engines]
    public async Task Laid_over_another_file_it_says_which_columns_are_missing_and_only_once(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var liaison = await Kept(run);
        var id = (await run.Receive(Encoding.UTF8.GetBytes("丁,丙,甲\n无,每日,低保\n"), actor: liaison)).Value;
        for (var i = 0; i < 2; i++) Assert.Empty((await Use(run, id, "民政", liaison)).Faults);
        var batch = await run.Batch(id);
        Assert.Equal(("民政", ",frequency,name", ImportState.Uploaded), (batch.MappingName, Keys(batch), batch.State));
        Assert.Equal(["民政", "1", "乙"], Assert.Single(BatchJson.Read<List<BatchNote>>(batch.Notes)).Args);
    }

    [Theory, Engines]
    public async Task Another_units_kept_mapping_is_neither_used_nor_dropped(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        await Kept(run);
        var stranger = await run.Liaison("市水务局");
        var id = (await run.Receive(Encoding.UTF8.GetBytes(First), actor: stranger)).Value;
        Assert.Equal(["catalog.import.mapping.not-kept"], (await Use(run, id, "民政", stranger)).Faults.Select(f => f.Code));
        Assert.Equal(["catalog.import.mapping.not-kept"], (await Drop(run, "民政", stranger)).Faults.Select(f => f.Code));
    }

    [Theory, Engines]
    public async Task A_dropped_one_is_gone_and_the_log_keeps_it(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var liaison = await Kept(run);
        Assert.Empty((await Drop(run, "民政", liaison)).Faults);
        Assert.Equal("", (await run.Batch((await run.Receive(Encoding.UTF8.GetBytes(First), actor: liaison)).Value)).MappingName);
        var logged = await run.Services.With<Store, AuditEvent>(s => s.Set<AuditEvent>().SingleAsync(e => e.Action == "catalog.import.mapping-dropped"));
        Assert.Contains("民政", logged.Before, StringComparison.Ordinal);
    }

    private static async Task<Actor> Kept(ImportRun run)
    {
        var liaison = await run.Liaison("市民政局");
        await run.Keep(First, "民政", liaison, (0, "name"), (1, "summary"), (2, "frequency"));
        return liaison;
    }

    private static async Task<Result<Done>> Use(ImportRun run, long id, string name, Actor actor)
    {
        var edit = (await run.Batch(id)).Edit;
        return await run.Services.With<UseKeptMapping, Result<Done>>(use => use.Run(id, edit, name, actor, default));
    }

    private static Task<Result<Done>> Drop(ImportRun run, string name, Actor actor) => run.Services.With<UseKeptMapping, Result<Done>>(use => use.Drop(name, actor, default));

    private static string Keys(ImportBatch batch) => string.Join(',', batch.ReadMapping().Columns.Columns.Select(c => c.Key));
}
