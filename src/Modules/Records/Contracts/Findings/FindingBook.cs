using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;
using Qingdan.Records.Findings;
using Qingdan.Records.Findings.Waiving;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Contracts.Findings;

/// <summary>
/// 问题清单 as modules write it: each replaces what it found before. Counts are kept with every write, so that no page counts rows.
/// All methods run within the caller's transaction; of one source only one may write at a time.
/// </summary>
public sealed class FindingBook
{
    private static readonly (string, BulkType)[] Columns =
    [
        ("id", BulkType.Number), ("source", BulkType.Text), ("provider_id", BulkType.Number), ("code", BulkType.Text), ("resource_id", BulkType.Number), ("entry_kind", BulkType.Text), ("entry_id", BulkType.Number),
        ("subject", BulkType.Text), ("args", BulkType.Text), ("cells", BulkType.Text), ("place", BulkType.Text), ("form", BulkType.Text), ("waived", BulkType.Flag), ("run_id", BulkType.Number),
    ];

    private readonly Store _store;
    private readonly IdSource _ids;
    private readonly FindingKinds _kinds;
    private readonly FindingCounts _counts;
    private readonly Waivers _waivers;
    private readonly IOrganizationDirectory _organizations;

    internal FindingBook(Store store, IdSource ids, FindingKinds kinds, FindingCounts counts, Waivers waivers, IOrganizationDirectory organizations) =>
        (_store, _ids, _kinds, _counts, _waivers, _organizations) = (store, ids, kinds, counts, waivers, organizations);

    /// <summary>
    /// Writes the findings of some resources, and of some rows of lists without one, in place of the former ones of this source; <paramref name="run"/> marks them for <see cref="Finish"/>.
    /// </summary>
    public async Task Replace(string source, IReadOnlyCollection<long> resourceIds, IReadOnlyCollection<long> entryIds, IReadOnlyCollection<NewFinding> rows, long run, CancellationToken cancel)
    {
        if (resourceIds.Count > 0) await Remove($"source = @source AND resource_id <> 0 AND resource_id IN ({string.Join(',', resourceIds)})", cancel, ("source", source));
        if (entryIds.Count > 0) await Remove($"source = @source AND resource_id = 0 AND entry_id IN ({string.Join(',', entryIds)})", cancel, ("source", source));
        await Add(source, rows, run, cancel);
    }

    /// <summary>Writes what was found about units themselves in place of what this source had found about them.</summary>
    public async Task ReplaceOfUnits(string source, IReadOnlyCollection<long> unitIds, IReadOnlyCollection<NewFinding> rows, long run, CancellationToken cancel)
    {
        if (unitIds.Count > 0) await Remove($"source = @source AND resource_id = 0 AND entry_id = 0 AND provider_id IN ({string.Join(',', unitIds)})", cancel, ("source", source));
        await Add(source, rows, run, cancel);
    }

    /// <summary>Removes what earlier runs found and this one did not meet again.</summary>
    /// <param name="source">Whose findings.</param>
    /// <param name="scope">More of a WHERE clause, beginning with AND; empty for all providers.</param>
    /// <param name="run">The run that ends.</param>
    /// <param name="cancel">Ends the writing.</param>
    public Task Finish(string source, string scope, long run, CancellationToken cancel) => Remove($"source = @source AND run_id <> @run{scope}", cancel, ("source", source), ("run", run));

    /// <summary>Takes the findings of a kind off some resources, as soon as a decision has mended them.</summary>
    public Task Settle(FindingKind kind, IReadOnlyCollection<long> resourceIds, CancellationToken cancel) =>
        resourceIds.Count == 0 ? Task.CompletedTask : Remove($"code = @code AND resource_id IN ({string.Join(',', resourceIds)})", cancel, ("code", kind.Code));

    /// <summary>The list rows that findings of a kind name.</summary>
    public async Task<HashSet<long>> Entries(FindingKind kind, CancellationToken cancel) =>
        [.. await _store.Query("SELECT entry_id FROM records_findings WHERE code = @code AND entry_id <> 0", r => r.GetInt64(0), cancel, ("code", kind.Code))];

    /// <summary>What a person may know of a resource, the gravest first.</summary>
    public Task<IReadOnlyList<ShownFinding>> OfResource(long resourceId, Actor actor, CancellationToken cancel) => Shown(_store.Set<Finding>().Where(f => f.ResourceId == resourceId), actor, cancel);

    /// <summary>What a person may know of a list's row that has no resource.</summary>
    public Task<IReadOnlyList<ShownFinding>> OfEntry(long providerId, long entryId, Actor actor, CancellationToken cancel) => Shown(_store.Set<Finding>().Where(f => f.ProviderId == providerId && f.EntryId == entryId), actor, cancel);

    /// <summary>Open findings of a source by severity; <paramref name="scope"/> as for <see cref="Finish"/>.</summary>
    public async Task<IReadOnlyDictionary<Severity, long>> Totals(string source, string scope, CancellationToken cancel) =>
        (await _counts.Read($"provider_id > 0{scope}", cancel)).Where(c => _kinds.SourceOf(c.Kind) == source).GroupBy(c => c.Kind.Severity).ToDictionary(g => g.Key, g => g.Sum(c => c.Total));

    /// <summary>How many resources of each provider have an open finding of a source that costs points. Reads every finding: not for pages.</summary>
    public async Task<IReadOnlyDictionary<long, long>> Faulty(string source, CancellationToken cancel) => (await _store.Query(
        $"SELECT provider_id, count(DISTINCT resource_id) FROM records_findings WHERE source = @source AND NOT waived AND code IN ({string.Join(',', _kinds.All.Where(k => k.Points > 0).Select(k => $"'{k.Code}'"))}) GROUP BY provider_id",
        r => (r.GetInt64(0), r.GetInt64(1)), cancel, ("source", source))).ToDictionary(r => r.Item1, r => r.Item2);

    /// <summary>Findings of a kind by provider, waived ones too.</summary>
    public async Task<IReadOnlyDictionary<long, long>> Count(string code, CancellationToken cancel) =>
        (await _counts.Read("total + waived > 0", cancel)).Where(c => c.Kind.Code == code).ToDictionary(c => c.ProviderId, c => c.Total + c.Waived);

    private async Task Remove(string where, CancellationToken cancel, params (string, object?)[] values)
    {
        await _counts.Subtract(where, cancel, values);
        await _store.Execute($"DELETE FROM records_findings WHERE {where}", cancel, values);
    }

    private async Task Add(string source, IReadOnlyCollection<NewFinding> rows, long run, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var waived = await _waivers.Among([.. rows.Select(r => r.ResourceId).Where(id => id != 0).Distinct()], cancel);
        await using (var writer = await BulkWriter.Open(_store, "records_findings", cancel, Columns))
        {
            var values = new object?[Columns.Length];
            foreach (var row in rows)
            {
                (values[0], values[1], values[2], values[3], values[4]) = (_ids.Next(), source, row.ProviderId, row.Kind.Code, row.ResourceId);
                (values[5], values[6], values[7], values[8], values[9]) = (row.EntryKind, row.EntryId, row.Subject, Json(row.Args), Json(row.Cells));
                (values[10], values[11], values[12], values[13]) = (row.Place, row.Form, waived.Contains((row.ResourceId, row.Kind.Code)), run);
                await writer.Write(values);
            }
            await writer.Complete(cancel);
        }
        await _counts.Add(rows.GroupBy(r => (r.ProviderId, r.Kind.Code)).Select(g => new CountStep(g.Key.ProviderId, g.Key.Code, g.Count(r => !waived.Contains((r.ResourceId, r.Kind.Code))), g.Count(r => waived.Contains((r.ResourceId, r.Kind.Code))))), cancel);
    }

    private static string Json<T>(IReadOnlyList<T> values) => values.Count == 0 ? "[]" : JsonSerializer.Serialize(values, JsonText.Readable);

    // Whatever page shows them, findings are the business of their unit, the city and the auditor.
    private async Task<IReadOnlyList<ShownFinding>> Shown(IQueryable<Finding> rows, Actor actor, CancellationToken cancel)
    {
        var (all, own) = (actor.Is(Roles.SeeAll), actor.UnitId == 0 ? [] : (await _organizations.Tree(cancel)).Family(actor.UnitId));
        var seen = await rows.AsNoTracking().Where(f => all || own.Contains(f.ProviderId)).OrderBy(f => f.Id).Take(50).ToListAsync(cancel);
        return [.. seen.Select(f => (Finding: f, Kind: _kinds.Find(f.Code))).Where(f => f.Kind is not null).OrderBy(f => f.Kind!.Severity)
            .Select(f => new ShownFinding(f.Kind!, JsonSerializer.Deserialize<string[]>(f.Finding.Args, JsonText.Readable)!, JsonSerializer.Deserialize<FindingCell[]>(f.Finding.Cells, JsonText.Readable)!, f.Finding.Form, f.Finding.Waived))];
    }
}

/// <summary>A finding on the page of what it is about.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Args">Values of its sentence.</param>
/// <param name="Cells">Where it sits.</param>
/// <param name="Form">Address of the form in which its unit mends it; empty for none.</param>
/// <param name="Waived">True while a waiver holds.</param>
public sealed record ShownFinding(FindingKind Kind, IReadOnlyList<string> Args, IReadOnlyList<FindingCell> Cells, string Form, bool Waived);
