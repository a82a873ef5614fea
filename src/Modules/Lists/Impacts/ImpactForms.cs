using Microsoft.AspNetCore.Http;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Impacts;

/// <summary>The form in which an analysis is asked for: a resource found by words and picked by a link, or a unit.</summary>
internal sealed class ImpactForms(CatalogMatching matching, PublishedCatalog catalog, IOrganizationDirectory organizations)
{
    public async Task<IResult> Show(HttpContext http, ImpactQuestion question, IReadOnlyList<Fault> faults, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var (units, words) = (await organizations.Tree(cancel), query["q"]?.Trim() ?? "");
        var own = units.Family(actor.UnitId);
        var resource = question.ResourceId == 0 ? null : (await catalog.Of([question.ResourceId], cancel)).SingleOrDefault(r => actor.Is(Roles.City) || own.Contains(r.ProviderId));
        var found = resource is not null || words.Length == 0 ? [] : (await matching.Find(words, cancel)).TryGet(out var matches) ? matches.Where(m => actor.Is(Roles.City) || own.Contains(m.ProviderId)).ToList() : [];
        var parameters = new
        {
            Question = question, Resource = resource, Words = words, Found = (IReadOnlyList<CatalogMatch>)found,
            Units = actor.Is(Roles.City) ? units.All : [.. units.All.Where(u => own.Contains(u.Id))],
        };
        return faults.Count == 0 ? Pages.Ok<ImpactFormPage>(parameters) : Pages.Refused<ImpactFormPage>(parameters, faults);
    }

    /// <summary>The question of a form or an address.</summary>
    public static ImpactQuestion Read(Func<string, string?> field, IReadOnlyList<long> items) =>
        new(field("kind") ?? "", FormNumber.Of(field("resource")), items, field("share") ?? "", FormNumber.Of(field("unit")), field("unitKind") ?? "");
}
