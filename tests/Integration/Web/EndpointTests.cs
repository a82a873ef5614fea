using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

public sealed class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_says_who_may_come()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        await using var scope = app.Scope();
        var open = scope.ServiceProvider.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.DisplayName).ToList();
        Assert.Empty(open);
    }
}
