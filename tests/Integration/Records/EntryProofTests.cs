using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions;
using Qingdan.Records.Editions.Proofs;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>One entry proved without the others, and stored editions looked over by doctor.</summary>
public sealed class EntryProofTests
{
    [Theory, EnginesAndSuites]
    public async Task Every_entry_is_proved_and_nothing_else(Engine engine, string suite)
    {
        await using var services = await TestServices.CreateCity(engine, s => s.SignWith(suite));
        var world = new EditionWorld(services.Scope);
        var id = await world.Issued();
        var (pem, signing) = (await world.Pem(), SigningSuite.Find(suite)!);
        foreach (var list in (await world.View(id)).Files[^1].Lists)
        {
            var lines = await Lines(world, id, list.Name);
            Assert.Equal(list.Count, lines.Count);
            foreach (var line in new[] { lines[0], lines[lines.Count / 2], lines[^1] })
            {
                var proof = (await Prove(world, id, list.Name, line.Key)).Value;
                Assert.Equal(line.Key, $"{JsonNode.Parse(EntryProof.Verify(Text(proof), signing, pem).Value.Line)!["key"]}");
                Assert.Equal("edition.proof.altered", EntryProof.Verify(Text(proof with { Line = proof.Line.Replace("\"key\"", "\"kex\"", StringComparison.Ordinal) }), signing, pem).Faults[0].Code);
                if (list.Count > 1) Assert.Equal("edition.proof.altered", EntryProof.Verify(Text(proof with { Index = proof.Index == 0 ? 1 : 0 }), signing, pem).Faults[0].Code);
                Assert.Equal("edition.archive.signature", EntryProof.Verify(Text(proof), signing, signing.NewKeys().PublicPem).Faults[0].Code);
            }
        }
        Assert.Equal("records.edition.entry.not-found", (await Prove(world, id, "responsibility", "ZR-0")).Faults[0].Code);
        Assert.Equal("edition.proof.unreadable", EntryProof.Verify("{}", signing, pem).Faults[0].Code);
    }

    [Theory, EnginesAndSuites]
    public async Task A_bit_that_flipped_in_a_stored_edition_is_seen_by_doctor(Engine engine, string suite)
    {
        await using var services = await TestServices.CreateCity(engine, s => s.SignWith(suite));
        var world = new EditionWorld(services.Scope);
        await world.Issued();
        var second = await world.Issued();
        Assert.True(await Sound(services));
        var file = await services.With<Store, long>(async s => (await s.Query("SELECT file_id FROM records_edition_files WHERE round = 0 AND edition_id = @id", r => r.GetInt64(0), default, ("id", second)))[0]);
        await services.With<Store>(async s =>
        {
            var bytes = (await s.Query("SELECT bytes FROM platform_file_pieces WHERE file_id = @id AND place = 0", r => (byte[])r.GetValue(0), default, ("id", file)))[0];
            bytes[1000] ^= 4;
            await s.Execute("UPDATE platform_file_pieces SET bytes = @bytes WHERE file_id = @id AND place = 0", default, ("bytes", bytes), ("id", file));
        });
        Assert.False(await Sound(services));
    }

    [Theory, Engines]
    public async Task A_stored_edition_that_lost_its_end_or_got_something_behind_it_is_seen_by_doctor(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        await new EditionWorld(services.Scope).Issued();
        await services.With<Store>(s => s.Execute("INSERT INTO platform_file_pieces (file_id, place, bytes) SELECT file_id, 1 + max(place), @more FROM platform_file_pieces WHERE file_id IN (SELECT file_id FROM records_edition_files WHERE round = 0) GROUP BY file_id", default, ("more", new byte[1])));
        Assert.False(await Sound(services));
        await services.With<Store>(s => s.Execute("DELETE FROM platform_file_pieces WHERE place > 0", default));
        await services.With<Store>(s => s.Execute("UPDATE platform_file_pieces SET bytes = @some", default, ("some", new byte[512])));
        Assert.False(await Sound(services));
    }

    private static async Task<bool> Sound(TestServices services)
    {
        await using var scope = services.Scope();
        return (await scope.ServiceProvider.GetServices<ICheckup>().OfType<EditionsCheckup>().Single().Look(default)).Well;
    }

    private static async Task<List<LineView>> Lines(EditionWorld world, long id, string list)
    {
        var lines = new List<LineView>();
        for (var page = 1; ; page++)
        {
            var view = (await world.With<ShowLines, Result<LinesView>>(s => s.Run(id, 0, list, page, EditionWorld.Authority, default))).Value;
            if (view.Lines.Count == 0) return lines;
            lines.AddRange(view.Lines);
        }
    }

    private static Task<Result<EntryProof>> Prove(EditionWorld world, long id, string list, string key) => world.With<ProveEntry, Result<EntryProof>>(p => p.Run(id, list, key, EditionWorld.Authority, default));

    private static string Text(EntryProof proof) => Encoding.UTF8.GetString(proof.Write());
}
