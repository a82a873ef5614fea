using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources.Viewing;

/// <summary>Reads a resource as a person may see it; another unit's draft is not there.</summary>
internal sealed class ReadResource(Store store, IOrganizationDirectory organizations, ResourceAccess access, SignOffBook signOffs, DecisionBook decisions, FindingBook findings, IListedIn lists, IContested contested, MergedResources merged)
{
    /// <summary>Most events that are shown.</summary>
    public const int Events = 100;

    /// <summary>The resource and what is being made of it, without its history.</summary>
    public async Task<Result<ResourceView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var row = await (await access.Seen(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return CatalogFaults.NotFound;
        var items = await store.Set<Item>().AsNoTracking().Where(i => i.ResourceId == id).OrderBy(i => i.Place).ToListAsync(cancel);
        var provider = (await organizations.Tree(cancel)).Find(row.ProviderId);
        var mine = (await access.Family(actor, cancel)).Contains(row.ProviderId);
        var next = row.State is (ResourceState.Changing or ResourceState.ChangeInReview) && (mine || actor.Is(Roles.SeeAll)) ? await Next(id, cancel) : null;
        return new ResourceView
        {
            Id = id, Code = row.Code, NationalCode = row.NationalCode, ProviderId = provider?.Id ?? row.ProviderId, Provider = provider?.ShortName ?? "",
            State = row.State, Version = row.Version, Edit = row.Edit, CreatedAt = row.CreatedAt, ChangedAt = row.ChangedAt,
            Content = row.Content(items), Next = next, May = May(row, mine, actor),
            Contested = row.Version == 0 ? null : (await contested.Of([id], cancel)).GetValueOrDefault(id),
            MergedInto = row.MergedInto == 0 ? null : await merged.Into(id, cancel), Former = row.Version == 0 ? [] : await merged.From(id, cancel),
        };
    }

    /// <summary>The same with versions, sign-offs, the last events and the lists it is in.</summary>
    public async Task<Result<ResourceView>> WithHistory(long id, Actor actor, CancellationToken cancel)
    {
        var result = await Run(id, actor, cancel);
        if (!result.TryGet(out var view)) return result;
        var versions = await store.Set<ResourceVersion>().AsNoTracking().Where(v => v.ResourceId == id).OrderByDescending(v => v.Number)
            .Select(v => new VersionLine(v.Number, v.ReplacedAt, v.ReplacedBy)).ToListAsync(cancel);
        var own = actor.Is(Roles.SeeAll) || (await access.Family(actor, cancel)).Contains(view.ProviderId);
        return view with
        {
            Versions = view.Version > 0 ? [new VersionLine(view.Version, null, ""), .. versions] : versions,
            // Opinions and events are the unit's and the city's own business.
            SignOffs = own ? await signOffs.Of(CatalogAudit.Kind, id, cancel) : [],
            Events = own ? await decisions.History(CatalogAudit.Kind, id, Events, cancel) : [],
            Findings = await findings.OfResource(id, actor, cancel),
            Lists = await lists.Of(id, actor, cancel),
        };
    }

    /// <summary>The content of a version: a superseded one from its copy, the one in force from the row.</summary>
    public async Task<ResourceContent?> Version(ResourceView view, int number, CancellationToken cancel)
    {
        if (number == view.Version) return view.Content;
        var copy = await store.Set<ResourceVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.ResourceId == view.Id && v.Number == number, cancel);
        return copy is null ? null : JsonSerializer.Deserialize<ResourceContent>(copy.Content, JsonText.Readable);
    }

    private async Task<ResourceContent> Next(long id, CancellationToken cancel) =>
        JsonSerializer.Deserialize<ResourceContent>((await store.Set<ResourceDraft>().AsNoTracking().SingleAsync(d => d.ResourceId == id, cancel)).Content, JsonText.Readable)!;

    private static ResourceMay May(Resource row, bool mine, Actor actor)
    {
        var (writes, decides) = (mine && actor.Is(Roles.Liaison, Roles.UnitHead), actor.Is(Roles.Authority));
        return new(
            Edit: writes && row.State is (ResourceState.Draft or ResourceState.Published or ResourceState.Changing),
            Submit: writes && row.State is (ResourceState.Draft or ResourceState.Changing),
            Drop: writes && row.State is (ResourceState.Draft or ResourceState.Changing),
            Review: decides && row.State is (ResourceState.InReview or ResourceState.ChangeInReview),
            Withdraw: decides && row.State is (ResourceState.Published or ResourceState.Changing),
            Contest: !mine && actor.Is(Roles.Liaison, Roles.UnitHead) && ResourceStates.InForce.Contains(row.State),
            Mount: writes && ResourceStates.InForce.Contains(row.State));
    }
}
