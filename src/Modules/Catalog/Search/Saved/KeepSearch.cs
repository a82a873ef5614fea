using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search.Saved;

/// <summary>保存检索: a person keeps words and filters under a name. All there is now counts as seen.</summary>
internal sealed class KeepSearch(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Most searches of one person: each is asked again when he looks what is new.</summary>
    public const int Most = 20;

    public const int MostName = 50;
    private const int MostQuery = 4_000;

    private static readonly Fault Taken = new("catalog.search.name.taken", "您已有同名的检索。请换一个名称，或者先删除那一个。", "name");

    /// <summary>Keeps; <paramref name="query"/> as it stands in the address of the page.</summary>
    public async Task<Result<long>> Run(string name, string query, Actor actor, CancellationToken cancel)
    {
        name = name.Trim();
        var asked = query.Length > MostQuery ? new CatalogQuery() : SavedSearch.Read(query);
        var faults = new List<Fault>();
        if (name.Length == 0) faults.Add(new("catalog.search.name.required", "请给这次检索起一个名称。", "name"));
        if (name.Length > MostName) faults.Add(new("catalog.search.name.long", "检索的名称最多 {0} 个字。", "name", FaultKind.Invalid, MostName));
        if (name.Any(char.IsControl)) faults.Add(new("catalog.search.name.signs", "检索的名称里有不能保存的控制字符，请删去。", "name"));
        if (query.Length > MostQuery) faults.Add(new("catalog.search.query.long", "筛选条件太多，存不下。请少选一些。", "query"));
        else if (asked.Facets.Count == 0 && SearchWords.Of(asked.Text).Words.Count == 0) faults.Add(new("catalog.search.query.required", "没有检索词，也没有筛选条件。请先检索，再保存。", "query"));
        var known = await store.Set<SavedSearch>().Where(s => s.PersonId == actor.PersonId).Select(s => s.Name).ToListAsync(cancel);
        if (known.Count >= Most) faults.Add(new("catalog.search.most", "每人最多保存 {0} 个检索。请先删除不再用的。", null, FaultKind.Conflict, Most));
        if (known.Contains(name)) faults.Add(Taken);
        if (faults.Count > 0) return faults;
        var now = clock.GetUtcNow();
        var row = new SavedSearch { Id = ids.Next(), PersonId = actor.PersonId, Name = name, Query = asked.ToQueryString(), LookedAt = now, CreatedAt = now };
        store.Add(row);
        audit.Add(actor, CatalogAudit.SearchKept, row.Subject, after: new { row.Name, row.Query });
        return await store.TrySave(cancel) ? row.Id : Taken;
    }
}
