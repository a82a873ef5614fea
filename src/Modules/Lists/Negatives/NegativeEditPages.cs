using Microsoft.AspNetCore.Http;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>The edit form with what it needs from catalogue and register.</summary>
internal sealed class NegativeEditPages(PublishedCatalog catalog, LegalRegister register)
{
    private const int MostClauses = 12;

    public async Task<IResult> Page(long id, int edit, NegativeInput input, string find, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var resource = (await catalog.Of(input.ResourceId == 0 ? [] : [input.ResourceId], cancel)).SingleOrDefault();
        List<LegalClause> clauses = find.Trim().Length > 0 ? [.. await register.Search(find, MostClauses, cancel)] : [];
        if (input.ClauseId != 0 && clauses.TrueForAll(c => c.Id != input.ClauseId) && await register.Find(input.ClauseId, cancel) is { } chosen) clauses.Insert(0, chosen);
        var items = resource?.Items.Select(i => new Option($"{i.Id}", i.Name)).ToList() ?? [];
        var parameters = new { Id = id, Edit = edit, Input = input, ResourceName = resource?.Name ?? input.Name, Items = (IReadOnlyList<Option>)items, Find = find, Clauses = (IReadOnlyList<LegalClause>)clauses };
        return faults.Count == 0 ? Pages.Ok<NegativeEditPage>(parameters) : Pages.Refused<NegativeEditPage>(parameters, faults);
    }
}
