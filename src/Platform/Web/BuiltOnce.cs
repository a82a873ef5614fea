using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Qingdan.Platform.Web;

/// <summary>
/// Keeps the endpoints of a group. A group makes them anew for each who asks, and two do at every start, the policies of authorization and the router;
/// making them is most of the time a start takes. Endpoints are mapped before the first is asked for, and never afterwards.
/// </summary>
internal sealed class BuiltOnce(EndpointDataSource group, BuiltEndpoints built) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => built.Of(() => group.Endpoints);

    public override IChangeToken GetChangeToken() => group.GetChangeToken();
}

/// <summary>The endpoints once they are built. A program has its own; tests that start it a thousand times share one: endpoints take their services from the request, never from the program that built them.</summary>
public sealed class BuiltEndpoints
{
    private readonly Lock _gate = new();
    private IReadOnlyList<Endpoint>? _endpoints;

    internal IReadOnlyList<Endpoint> Of(Func<IReadOnlyList<Endpoint>> build)
    {
        lock (_gate) return _endpoints ??= build();
    }
}
