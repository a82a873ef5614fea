using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Objections.Viewing;

/// <summary>What the form of a new objection shows of its resource.</summary>
internal sealed class ShowObjectionForm(PublishedCatalog catalog, IOrganizationDirectory organizations, TellUsers users)
{
    /// <summary>One resource in force.</summary>
    public async Task<Result<ObjectionFormView>> Run(long resourceId, Actor actor, CancellationToken cancel)
    {
        if ((await catalog.Of([resourceId], cancel)) is not [var resource]) return ObjectionFaults.NoResource;
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var uses = (await users.Cases(resourceId, cancel)).Any(c => own.Contains(c.UnitId));
        return new ObjectionFormView(resource.Id, resource.Name, units.ShortName(resource.ProviderId), resource.Items, uses);
    }
}
