using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>The edit form with what it needs from catalogue and register.</summary>
internal sealed class NegativeEditPages(Store store, IOrganizationDirectory organizations, PublishedCatalog catalog, LegalRegister register, ListElements elements)
{
    private const int MostClauses = 12;

    /// <summary>What is stored of an entry that this person may write.</summary>
    public async Task<Result<(int Edit, NegativeInput Input)>> Stored(long id, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Negative>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && own.Contains(n.ProviderId), cancel);
        if (row is null) return NegativeFaults.NotFound;
        if (row.State is not (NegativeState.Candidate or NegativeState.Returned)) return NegativeFaults.NotNow;
        return (row.Edit, row.Input(await store.Set<NegativeItem>().AsNoTracking().Where(i => i.NegativeId == id).ToListAsync(cancel)));
    }

    /// <summary>Both versions, when somebody saved in between.</summary>
    public async Task<IResult> Conflict(long id, int edit, NegativeInput theirs, NegativeInput mine, Translator t, CancellationToken cancel)
    {
        var resource = (await catalog.Of(theirs.ResourceId == 0 ? [] : [theirs.ResourceId], cancel)).SingleOrDefault();
        var names = resource?.Items.ToDictionary(i => $"{i.Id}", i => i.Name) ?? [];
        return Pages.Conflict(new
        {
            Parent = new Crumb(t["负面清单"], "/lists/negatives"), Name = resource?.Name ?? theirs.Name, Page = $"/lists/negatives/{id}", Action = $"/lists/negatives/{id}/edit", Guard = "edit", Version = (long)edit,
            Rows = NegativeConflict.Rows(theirs, mine, id => names.GetValueOrDefault(id, id), elements.Negative),
        });
    }

    public async Task<IResult> Page(long id, int edit, NegativeInput input, string find, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var resource = (await catalog.Of(input.ResourceId == 0 ? [] : [input.ResourceId], cancel)).SingleOrDefault();
        List<LegalClause> clauses = find.Trim().Length > 0 ? [.. await register.Offer(find, MostClauses, cancel)] : [];
        if (input.ClauseId != 0 && clauses.TrueForAll(c => c.Id != input.ClauseId) && await register.Find(input.ClauseId, cancel) is { } chosen) clauses.Insert(0, chosen);
        var items = resource?.Items.Select(i => new Option($"{i.Id}", i.Name)).ToList() ?? [];
        var parameters = new { Id = id, Edit = edit, Input = input, ResourceName = resource?.Name ?? input.Name, Items = (IReadOnlyList<Option>)items, Find = find, Clauses = (IReadOnlyList<LegalClause>)clauses };
        return faults.Count == 0 ? Pages.Ok<NegativeEditPage>(parameters) : Pages.Refused<NegativeEditPage>(parameters, faults);
    }
}
