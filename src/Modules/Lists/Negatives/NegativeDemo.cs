using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>
/// 示例市's 负面清单: entries in force and at every step of the route, on clauses of the register that were read and are in force;
/// one rests on a made-up ministry rule and cannot be handed in, one on a duty of confidentiality still without its opinion.
/// </summary>
internal sealed class NegativeDemo(
    Store store, LegalRegister register, PublishedCatalog catalog, IOrganizationDirectory organizations, FileStore files, TimeProvider clock,
    ProposeNegative propose, EditNegative edit, SubmitNegative submit, SignNegative sign, DecideNegatives decide) : IDemoPart
{
    private static readonly (string Role, string Name)[] Signers = [(Roles.Legal, "郑凯"), (Roles.Secrecy, "冯岚"), (Roles.UnitHead, "韩明")];

    private UnitTree _units = null!;
    private long _scan;

    public int Order => 50;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        _units = await organizations.Tree(cancel);
        using var sheet = new MemoryStream("%PDF-1.4\n% 示例签字件\n%%EOF\n"u8.ToArray());
        _scan = (await files.Save(Actor.System, "示例签字件.pdf", sheet, cancel)).Value.Id;
        foreach (var wanted in NegativeDemoEntry.All) await Walk(wanted, cancel);
        var counts = await store.Set<Negative>().GroupBy(n => n.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        await output.WriteLineAsync($"负面清单 negatives: {string.Join("，", counts.OrderBy(c => c.Key).Select(c => $"{c.Key.Text()} {c.Count}"))}");
    }

    private async Task Walk(NegativeDemoEntry wanted, CancellationToken cancel)
    {
        if (_units.Resolve(wanted.Unit) is not { } unit) return;
        var liaison = Person("吴静", unit, Roles.Liaison);
        var id = await Write(wanted, unit, liaison, cancel);
        if (wanted.Signed < 0) return;
        await Must(submit.Run(id, liaison, cancel));
        for (var step = 0; step < Math.Min(wanted.Signed, Signers.Length); step++)
        {
            // The heads of some units sign on paper, as heads do.
            var paper = step == 2 && wanted.OnPaper ? new PaperSignature("韩明", clock.Today().AddDays(-3), "示例函〔2026〕12 号", _scan) : null;
            await Must(sign.Run(id, new NegativeSignature(new SignOffInput(true, "", paper), wanted.Opinion), paper is null ? Person(Signers[step].Name, unit, Signers[step].Role) : liaison, cancel));
        }
        var authority = Person("李卫东", _units.Resolve("市数据局") ?? 0, Roles.Authority);
        if (wanted.Ruling is { } ruling) _ = (await decide.Run([id], ruling, authority, cancel)).Value;
        store.ChangeTracker.Clear();
    }

    // A catalogue row that generation has already proposed is filled in; anything else is proposed by hand.
    private async Task<long> Write(NegativeDemoEntry wanted, long unit, Actor liaison, CancellationToken cancel)
    {
        var clause = wanted.Article == 0 ? null : (await register.Search($"{wanted.Law} {wanted.Article}", 20, cancel)).FirstOrDefault(c => c.Article == wanted.Article && c is { State: LawState.InEffect, Certainty: Certainty.Law });
        var input = wanted.Input with { ClauseId = clause?.Id ?? 0 };
        if (wanted.InCatalog && await Row(unit, input.Name, cancel) is { } row)
        {
            input = input with { ResourceId = row.Id, ItemIds = [.. row.Items.Take(4).Select(i => i.Id)], ItemNames = "" };
            if (await store.Set<Negative>().AsNoTracking().SingleOrDefaultAsync(n => n.ResourceId == row.Id && n.State == NegativeState.Candidate, cancel) is { } candidate)
            {
                await Must(edit.Run(candidate.Id, candidate.Edit, input, liaison, cancel));
                return candidate.Id;
            }
        }
        var id = (await propose.Run(input, liaison, cancel)).Value;
        store.ChangeTracker.Clear();
        return id;
    }

    private async Task<PublishedResource?> Row(long unit, string name, CancellationToken cancel)
    {
        await foreach (var row in catalog.Read([unit], cancel))
            if (row.Name == name) return row;
        return null;
    }

    private Actor Person(string name, long unit, string role) => new(0, name, unit, _units.Find(unit)?.Name ?? "", new HashSet<string> { role });

    private async Task Must(Task<Result<Done>> step)
    {
        _ = (await step).Value;
        store.ChangeTracker.Clear();
    }
}
