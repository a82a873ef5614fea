using System.Collections.Concurrent;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Projection;
using Qingdan.Exchange.Projection.Masking;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Gateway;

/// <summary>A mount in service as the gateway calls it. What a grant lets through of its answers is compiled at the first call and kept with it.</summary>
internal sealed class Service(Mount mount, string secret, IReadOnlyList<MountParameter> parameters, Selector selector, IReadOnlyDictionary<long, Mask> masks)
{
    private static readonly Mask Whole = Masks.Of(MaskKind.Whole, "", "", "").Value;

    private readonly ConcurrentDictionary<GrantedSet, Result<ProjectionPlan>> _plans = new(ReferenceEqualityComparer.Instance);

    /// <summary>The mount.</summary>
    public Mount Mount => mount;

    /// <summary>Its credential, opened.</summary>
    public string Secret => secret;

    /// <summary>What goes into a request, in its order.</summary>
    public IReadOnlyList<MountParameter> Parameters => parameters;

    /// <summary>What leaves by a grant; refused when its items have no place in the answers.</summary>
    public Result<ProjectionPlan> Plan(GrantRow grant) => _plans.GetOrAdd(grant.Leaves, Compile);

    private Result<ProjectionPlan> Compile(GrantedSet set) => ProjectionPlan.Compile(selector, [.. set.Items.Select(i => new GrantedItem(i.ItemId, i.Disclosure switch
    {
        Disclosure.Verify => Treatment.Verify,
        // An item that is granted masked and for which the provider has named no way leaves as stars alone.
        Disclosure.Mask => Treatment.Masked(masks.TryGetValue(i.ItemId, out var mask) ? mask : Whole),
        _ => Treatment.Plain,
    }))]);
}
