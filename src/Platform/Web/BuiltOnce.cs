using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Qingdan.Platform.Web;

/// <summary>
/// Keeps the endpoints of a group. A group makes them anew for each who asks, and two do at every start, the policies of authorization and the router;
/// making them is most of the time a start takes. Endpoints are mapped before the first is asked for, and never afterwards.
/// </summary>
internal sealed class BuiltOnce(EndpointDataSource group) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints = new(() => group.Endpoints);

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

    public override IChangeToken GetChangeToken() => group.GetChangeToken();
}
