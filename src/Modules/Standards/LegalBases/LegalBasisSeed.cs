using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.LegalBases;

/// <summary>The laws that came with the program (<c>Data/legal-bases-*.json</c>), put into the register once.</summary>
internal sealed record LegalBasisSeed(
    string Code, LegalBasisLevel Level, string Name, string Number, DateOnly EffectiveOn, LawState State, Certainty Certainty, string Source, IReadOnlyList<ClauseSeed> Clauses, string Issuer = "", DateOnly? PromulgatedOn = null)
{
    /// <summary>What the files say.</summary>
    public static IReadOnlyList<LegalBasisSeed> All { get; } = [.. Files().SelectMany(Read)];

    /// <summary>Adds the laws the store does not have yet. Two nodes may do this at once: the one that adds the law adds its clauses.</summary>
    public static async Task AddMissing(Store store, IdSource ids, CancellationToken cancel)
    {
        var known = await store.Set<LegalBasis>().Select(b => b.Code).ToListAsync(cancel);
        foreach (var law in All.ExceptBy(known, l => l.Code))
        {
            await using var transaction = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(cancel) : null;
            var id = ids.Next();
            var added = await store.Execute(
                "INSERT INTO standards_legal_bases (id, code, level, name, issuer, number, promulgated_on, effective_on, state, certainty, source) VALUES (@id, @code, @level, @name, @issuer, @number, @promulgated, @on, @state, @certainty, @source) ON CONFLICT (code) DO NOTHING",
                cancel, ("id", id), ("code", law.Code), ("level", law.Level.ToString()), ("name", law.Name), ("issuer", law.Issuer), ("number", law.Number),
                ("promulgated", law.PromulgatedOn is { } day ? Shown.Day(day) : null), ("on", Shown.Day(law.EffectiveOn)),
                ("state", law.State.ToString()), ("certainty", law.Certainty.ToString()), ("source", law.Source));
            if (added == 1) await AddClauses(store, ids, id, law.Clauses, cancel);
            if (transaction is not null) await transaction.CommitAsync(cancel);
        }
    }

    private static async Task AddClauses(Store store, IdSource ids, long basis, IReadOnlyList<ClauseSeed> clauses, CancellationToken cancel)
    {
        await using var writer = await BulkWriter.Open(store, "standards_legal_clauses", cancel,
            ("id", BulkType.Number), ("basis_id", BulkType.Number), ("article", BulkType.Number), ("text", BulkType.Text), ("ban", BulkType.Text), ("note", BulkType.Text));
        foreach (var clause in clauses) await writer.Write([ids.Next(), basis, clause.Article, clause.Text, clause.Ban.ToString(), clause.Note]);
        await writer.Complete(cancel);
    }

    private static IEnumerable<string> Files() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.Contains(".Data.legal-bases-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static List<LegalBasisSeed> Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<List<LegalBasisSeed>>(stream, JsonText.Readable)!;
    }
}

/// <summary>One article of the file; without a reading it says nothing of sharing.</summary>
internal sealed record ClauseSeed(int Article, string Text, ClauseBan Ban = ClauseBan.None, string Note = "");
