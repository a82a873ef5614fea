using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Merging;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Import.Checking;

/// <summary>What stands in the catalogue about a resource of the file.</summary>
internal sealed record KnownResource(long Id, long ProviderId, string NameKey, string? Code, string? NationalCode, ResourceState State, string Digest, int Edit, long MergedInto);

/// <summary>What becomes of one resource of the file. There is one for each of them: what only few need stands apart.</summary>
internal readonly record struct Judgement(ImportedResource Resource, RowVerdict Verdict, Comparison? With = null);

/// <summary>A resource of the file beside the catalogue.</summary>
internal sealed record Comparison(KnownResource? Known = null)
{
    /// <summary>Before and after, of a changed resource.</summary>
    public ResourceContent? Before { get; init; }

    public ResourceContent? After { get; init; }

    /// <summary>Why it cannot be imported, or what a person should know.</summary>
    public RowNote? Note { get; init; }

    /// <summary>True when it is another that goes on for the one the row names: that was merged into it.</summary>
    public bool Merged { get; init; }

    /// <summary>True when the draft of the next version was compared, not the row itself.</summary>
    public bool OfDraft { get; init; }
}

/// <summary>Compares the resources of a file with the catalogue: new, changed, the same, or not to be touched.</summary>
internal sealed class Judge(Store store, IOrganizationDirectory organizations)
{
    private const int Slice = 500;
    private const string Step = "比对现有目录";
    private const string Columns = "SELECT id, provider_id, name_key, code, national_code, state, import_digest, edit, merged_into FROM catalog_resources";

    /// <summary>One judgement for each resource, in the order given.</summary>
    public async Task<List<Judgement>> Run(IReadOnlyList<ImportedResource> resources, ImportBatch batch, JobContext job, CancellationToken cancel)
    {
        var tree = await organizations.Tree(cancel);
        var known = await KnownCatalog(resources, tree, job, cancel);
        var judgements = new List<Judgement>(resources.Count);
        var nationals = new Dictionary<string, int>();
        foreach (var resource in resources) judgements.Add(Twice(resource, nationals) ?? First(resource, known, batch, tree));
        RefuseDoubles(judgements);
        var compare = Enumerable.Range(0, judgements.Count).Where(i => judgements[i].Verdict == RowVerdict.Changed).ToList();
        var done = 0;
        foreach (var slice in compare.Chunk(Slice))
        {
            await job.Report(done, compare.Count, Step);
            await Compare(judgements, slice, batch.Target, cancel);
            done += slice.Length;
        }
        return judgements;
    }

    /// <summary>Rows of one Shanghai code were put together to one resource; a national code may still stand at two.</summary>
    private static Judgement? Twice(ImportedResource resource, Dictionary<string, int> nationals) =>
        resource[ImportField.NationalCode] is not { } national || nationals.TryAdd(national, resource.Row)
            ? null
            : Refused(resource, "catalog.import.code.twice", "第 {0} 行的另一个目录已用了这个国家目录代码，请核对。", nationals[national].ToString(CultureInfo.InvariantCulture));

    // Two rows may mean one resource only where it was merged: the row that names it itself counts, or else the first.
    private static void RefuseDoubles(List<Judgement> judgements)
    {
        var meant = judgements.Where(j => j.With is { Known: not null, Merged: false }).Select(j => j.With!.Known!.Id).ToHashSet();
        for (var i = 0; i < judgements.Count; i++)
            if (judgements[i].With is { Known: { } known, Merged: true } && !meant.Add(known.Id))
                judgements[i] = Refused(judgements[i].Resource, "catalog.import.merged.twice", "这个目录已并入 {0}，文件里另有它的一行，这一行不导入。请从文件里删去。", known.Code ?? known.NameKey);
    }

    /// <summary>By digest and state alone; <see cref="RowVerdict.Changed"/> here means: look at the contents.</summary>
    private static Judgement First(ImportedResource resource, Lookup known, ImportBatch batch, UnitTree tree)
    {
        var (found, collision, merged) = known.Find(resource);
        if (collision) return Refused(resource, "catalog.import.code.taken", "这一行的两个代码属于两个不同的目录，请核对。");
        if (found is { State: ResourceState.Withdrawn })
            return Refused(resource, "catalog.import.withdrawn", "这个目录已下线，导入不会恢复它。请从文件里删去这一行；确要重新提供的，请另建目录并报送。");
        if (found is null) return new(resource, RowVerdict.New);
        var owner = tree.Living(found.ProviderId);
        if (owner != resource.Provider.Id && batch.OwnUnitOnly) return Refused(resource, "catalog.import.code.other-unit", "这个目录代码是“{0}”的目录。", tree.ShortName(owner));
        var publishes = batch.Target == ImportTarget.Published && found.State == ResourceState.Draft;
        if (found.Digest == resource.Digest() && !publishes) return new(resource, RowVerdict.Same, new(found) { Merged = merged });
        if (found.State is ResourceState.InReview or ResourceState.ChangeInReview)
            return Refused(resource, "catalog.import.in-review", "这个目录正在主管部门审核，退回或通过后再导入。");
        return new(resource, RowVerdict.Changed, new(found)
        {
            Merged = merged,
            Note = merged ? new(-1, NoteWeight.Hint, "catalog.import.merged", "这个目录已并入 {0}，按它更新。", found.Code ?? found.NameKey) : owner == resource.Provider.Id ? null : new(-1, NoteWeight.Hint, "catalog.import.provider.kept", "按代码认出的目录属于“{0}”，提供单位不改。", tree.ShortName(owner)),
        });
    }

    private static Judgement Refused(ImportedResource resource, string code, string text, params string[] args) =>
        new(resource, RowVerdict.Refused, new() { Note = new(-1, NoteWeight.Row, code, text, args) });

    private async Task Compare(List<Judgement> judgements, int[] slice, ImportTarget target, CancellationToken cancel)
    {
        var ids = slice.Select(i => judgements[i].With!.Known!.Id).Distinct().ToArray();
        var rows = await store.Set<Resource>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var items = (await store.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.ResourceId)).ToListAsync(cancel)).ToLookup(i => i.ResourceId);
        var drafts = target == ImportTarget.Published ? [] : await store.Set<ResourceDraft>().AsNoTracking().Where(d => ids.Contains(d.ResourceId)).ToDictionaryAsync(d => d.ResourceId, cancel);
        foreach (var place in slice)
        {
            var judgement = judgements[place];
            var known = judgement.With!.Known!;
            var id = known.Id;
            var draft = drafts.GetValueOrDefault(id);
            var before = draft is null ? rows[id].Content(items[id]) : JsonSerializer.Deserialize<ResourceContent>(draft.Content, JsonText.Readable)!;
            var after = judgement.Resource.Over(before);
            var publishes = target == ImportTarget.Published && known.State == ResourceState.Draft;
            var codes = (known.Code is null && judgement.Resource.Code is not null) || (known.NationalCode is null && judgement.Resource[ImportField.NationalCode] is not null);
            judgements[place] = !publishes && !codes && ContentDifference.Between(before, after).Count == 0
                ? judgement with { Verdict = RowVerdict.Same }
                : judgement with { With = judgement.With with { Before = before, After = after, OfDraft = draft is not null } };
        }
    }

    // What another batch is writing is not in the catalogue yet, what was undone no longer.
    private async Task<Lookup> KnownCatalog(IReadOnlyList<ImportedResource> resources, UnitTree tree, JobContext job, CancellationToken cancel)
    {
        var lookup = new Lookup();
        var providers = resources.Select(r => r.Provider.Id).Where(id => id != 0).Distinct().SelectMany(tree.Family).Distinct();
        foreach (var ids in providers.Chunk(Slice))
        {
            await job.Report(0, 0, Step);
            foreach (var row in await store.Query($"{Columns} WHERE provider_id IN ({string.Join(',', ids)}) AND state NOT IN ('Staged', 'Removed') ORDER BY CASE state WHEN 'Withdrawn' THEN 1 ELSE 0 END, id", Read, cancel))
                lookup.Add(row with { ProviderId = tree.Living(row.ProviderId) });
        }
        foreach (var column in new[] { "code", "national_code" })
            foreach (var codes in resources.Select(r => r[column == "code" ? ImportField.Code : ImportField.NationalCode]).OfType<string>().Distinct().Chunk(Slice))
            {
                await job.Report(0, 0, Step);
                var names = codes.Select((_, i) => $"@c{i}");
                foreach (var row in await store.Query($"{Columns} WHERE state NOT IN ('Staged', 'Removed') AND {column} IN ({string.Join(',', names)})", Read, cancel, [.. codes.Select((c, i) => ($"c{i}", (object?)c))])) lookup.AddCodes(row);
            }
        while (lookup.MissingSuccessors() is { Count: > 0 } missing)
            foreach (var some in missing.Chunk(Slice))
                foreach (var row in await store.Query($"{Columns} WHERE id IN ({string.Join(',', some)})", Read, cancel)) lookup.AddCodes(row);
        return lookup;
    }

    private static KnownResource Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4),
        Enum.Parse<ResourceState>(r.GetString(5)), r.GetString(6), r.GetInt32(7), r.GetInt64(8));

    private sealed class Lookup
    {
        private readonly Dictionary<(long, string), KnownResource> _byName = [];
        private readonly Dictionary<string, KnownResource> _byCode = [];
        private readonly Dictionary<long, KnownResource> _successors = [];
        private readonly HashSet<long> _wanted = [];

        public void Add(KnownResource row)
        {
            _byName.TryAdd((row.ProviderId, row.NameKey), row);
            AddCodes(row);
        }

        public void AddCodes(KnownResource row)
        {
            if (row.MergedInto != 0) _wanted.Add(row.MergedInto);
            if (row.MergedInto != 0 || _wanted.Contains(row.Id)) _successors[row.Id] = row;
            if (row.Code is { } code) _byCode[code] = row;
            if (row.NationalCode is { } national) _byCode[national] = row;
        }

        /// <summary>What resources were merged into and is not known yet.</summary>
        public List<long> MissingSuccessors() => [.. _wanted.Where(id => !_successors.ContainsKey(id))];

        /// <summary>The resource meant, and whether it goes on for one that was merged into it; a collision when its two codes mean two resources.</summary>
        public (KnownResource? Found, bool Collision, bool Merged) Find(ImportedResource resource)
        {
            var byCode = resource.Code is { } code ? _byCode.GetValueOrDefault(code) : null;
            var byNational = resource[ImportField.NationalCode] is { } national ? _byCode.GetValueOrDefault(national) : null;
            if (byCode is not null && byNational is not null && Living(byCode).Id != Living(byNational).Id) return (null, true, false);
            if ((byCode ?? byNational) is { } found) return Of(found);
            var byName = resource.Provider.Id == 0 ? null : _byName.GetValueOrDefault((resource.Provider.Id, resource.NameKey));
            // A name with another code is another resource.
            return byName is null || (resource.Code is not null && byName.Code is not null) ? (null, false, false) : Of(byName);
        }

        private (KnownResource, bool, bool) Of(KnownResource found) => Living(found) is var living && living.Id == found.Id ? (found, false, false) : (living, false, true);

        private KnownResource Living(KnownResource row) => row.MergedInto == 0 ? row : Living(_successors[row.MergedInto]);
    }
}
